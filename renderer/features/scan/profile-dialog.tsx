import { Button, Checkbox, Input, InputNumber, Modal, Segmented, Select } from "antd";
import { type ReactNode, useState } from "react";
import type { ImageStep } from "#contract/derivative";
import { scanFeed, scanPaper, type ScanProfile, type ScanProfileId } from "#contract/scan-profile";
import { useWrite } from "#bridge/use-write";
import { deviceText, profileText } from "#text/device";
import { Field } from "#ui/field";
import { chooseProfile } from "./scan-desk.ts";

type Draft = Omit<ScanProfile, "id" | "position"> & { readonly id: ScanProfileId | null };
type Props = {
  readonly profiles: readonly ScanProfile[];
  readonly first: ScanProfileId | undefined;
  readonly onClose: () => void;
};

/** The steps a profile may have, in the order they are done. */
const steps: readonly ImageStep[] = [
  { kind: "straighten", degrees: null },
  { kind: "despeckle", most: 8 },
  { kind: "whiten" },
];
type StepName = keyof typeof profileText.stepNames;
const empty: Draft = {
  ...{ id: null, name: profileText.newName, colourMode: "colour", dpi: 300, paper: "A4", feed: "feeder", recipe: [] },
};

/** 扫描方案: the office's own, beginning with those of the standard; each change can be undone. */
export function ProfileDialog({ profiles, first, onClose }: Props): ReactNode {
  const [draft, setDraft] = useState<Draft>(profiles.find(({ id }) => id === first) ?? profiles[0] ?? empty);
  const [write, isBusy] = useWrite();
  const alter = (change: Partial<Draft>): void => setDraft((now) => ({ ...now, ...change }));
  const save = async (): Promise<void> => {
    const kept = await write(
      "scan-profile.keep",
      { ...draft, recipe: [...draft.recipe] },
      { hasUndo: true, said: ({ name }) => profileText.saved(name) },
    );
    if (!kept) return;
    setDraft(kept);
    chooseProfile(kept.id);
  };
  const remove = async (id: ScanProfileId): Promise<void> => {
    const name = draft.name;
    const done = await write("scan-profile.remove", { id }, { hasUndo: true, said: () => profileText.removed(name) });
    if (done) setDraft(profiles.find((profile) => profile.id !== id) ?? empty);
  };
  const isChosen = (step: ImageStep): boolean => draft.recipe.some(({ kind }) => kind === step.kind);
  return (
    <Modal open title={profileText.title} width="min(760px, 94vw)" footer={null} onCancel={onClose}>
      <p className="quiet">{profileText.note}</p>
      <div className="profile-room">
        <div className="profile-list" role="listbox" aria-label={profileText.title}>
          {profiles.map((profile) => (
            <button
              key={profile.id}
              type="button"
              role="option"
              aria-selected={profile.id === draft.id}
              className="profile-line"
              onClick={() => setDraft(profile)}
            >
              <span>{profile.name}</span>
              <span className="small quiet">{profileText.summary(profile)}</span>
            </button>
          ))}
          <Button size="small" onClick={() => setDraft(empty)}>
            {profileText.add}
          </Button>
        </div>
        <div className="spread-fields">
          <Field label={profileText.name} forId="profile-name">
            <Input
              id="profile-name"
              maxLength={60}
              value={draft.name}
              onChange={(event) => alter({ name: event.target.value })}
            />
          </Field>
          <Field label={profileText.colourMode}>
            <Segmented
              aria-label={profileText.colourMode}
              value={draft.colourMode}
              options={(["colour", "grey", "bitonal"] as const).map((value) => ({
                value,
                label: deviceText.colourModes[value],
              }))}
              onChange={(colourMode) => alter({ colourMode })}
            />
          </Field>
          <Field
            label={profileText.dpi}
            forId="profile-dpi"
            note={draft.dpi < 200 ? deviceText.tooCoarse : undefined}
            tone="look"
          >
            <InputNumber
              id="profile-dpi"
              min={75}
              max={1200}
              step={100}
              value={draft.dpi}
              suffix={profileText.dpiUnit}
              onChange={(dpi) => alter({ dpi: Math.round(dpi ?? 300) })}
            />
          </Field>
          <Field label={profileText.paper}>
            <Select
              aria-label={profileText.paper}
              value={draft.paper}
              options={scanPaper.options.map((value) => ({ value, label: profileText.papers[value] }))}
              onChange={(paper) => alter({ paper })}
            />
          </Field>
          <Field label={profileText.feed}>
            <Segmented
              aria-label={profileText.feed}
              value={draft.feed}
              options={scanFeed.options.map((value) => ({ value, label: deviceText.feeds[value] }))}
              onChange={(feed) => alter({ feed })}
            />
          </Field>
          <Field label={profileText.steps} note={profileText.stepsNote}>
            <div className="row">
              {steps.map((step) => (
                <Checkbox
                  key={step.kind}
                  checked={isChosen(step)}
                  onChange={({ target }) =>
                    alter({ recipe: steps.filter((each) => (each === step ? target.checked : isChosen(each))) })
                  }
                >
                  {profileText.stepNames[step.kind as StepName]}
                </Checkbox>
              ))}
            </div>
          </Field>
          <div className="row profile-acts">
            {draft.id !== null && (
              <Button disabled={isBusy} onClick={() => draft.id !== null && void remove(draft.id)}>
                {profileText.remove}
              </Button>
            )}
            <span className="grow" />
            <Button onClick={onClose}>{profileText.done}</Button>
            <Button type="primary" disabled={draft.name.trim() === ""} loading={isBusy} onClick={() => void save()}>
              {profileText.save}
            </Button>
          </div>
        </div>
      </div>
    </Modal>
  );
}
