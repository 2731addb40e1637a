import { Button, Input } from "antd";
import type { ReactNode } from "react";
import { askShell } from "#bridge/call";
import { sayThrown } from "#bridge/notices";
import { firstRunText } from "#text/first-run";
import { Field } from "#ui/field";
import { archiveFolder } from "./archive-folder.ts";
import { StepFrame } from "./step-frame.tsx";

export type Place = {
  readonly name: string;
  readonly parent: string;
  readonly label: string;
  readonly personName: string;
};
type Props = {
  readonly place: Place;
  readonly onPlace: (change: Partial<Place>) => void;
  readonly onNext: () => void;
  readonly onLeave: () => void;
};

/** 位置与名称. */
export function PlaceStep({ place, onPlace, onNext, onLeave }: Props): ReactNode {
  const { parent } = place;
  const choose = async (): Promise<void> => {
    try {
      const { path } = await askShell("shell.choose-folder", {
        title: firstRunText.choosePlaceTitle,
        purpose: "archive",
      });
      if (path !== null) onPlace({ parent: path });
    } catch (thrown) {
      sayThrown(thrown);
    }
  };
  const mayGo = place.name.trim() !== "" && parent !== "" && place.label.trim() !== "";
  return (
    <StepFrame
      step={0}
      foot={
        <>
          <Button onClick={onLeave}>{firstRunText.leave}</Button>
          <span className="grow" />
          <Button type="primary" disabled={!mayGo} onClick={onNext}>
            {firstRunText.next}
          </Button>
        </>
      }
    >
      <h2>{firstRunText.steps[0]}</h2>
      <Field
        label={firstRunText.name}
        forId="archive-name"
        note={mayGo ? firstRunText.nameNote(archiveFolder(place)) : ""}
      >
        <Input
          id="archive-name"
          autoFocus
          maxLength={60}
          value={place.name}
          placeholder={firstRunText.namePlaceholder}
          onChange={(event) => onPlace({ name: event.target.value })}
          onPressEnter={() => mayGo && onNext()}
        />
      </Field>
      <Field label={firstRunText.place} note={firstRunText.placeNote}>
        <div className="row">
          <span className="grow path">{parent}</span>
          <Button onClick={() => void choose()}>{firstRunText.choosePlace}</Button>
        </div>
      </Field>
      <Field label={firstRunText.label} forId="archive-label" note={firstRunText.labelNote}>
        <Input
          id="archive-label"
          maxLength={20}
          value={place.label}
          onChange={(event) => onPlace({ label: event.target.value })}
        />
      </Field>
      <Field label={firstRunText.person} forId="person-name" note={firstRunText.personNote}>
        <Input
          id="person-name"
          maxLength={40}
          value={place.personName}
          onChange={(event) => onPlace({ personName: event.target.value })}
        />
      </Field>
    </StepFrame>
  );
}
