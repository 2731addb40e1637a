import { Button, Checkbox, Input } from "antd";
import { type ReactNode, useState } from "react";
import { archivalDate, unknownDate } from "#contract/archival-date";
import type { Matter } from "#contract/fonds";
import { useWrite } from "#bridge/use-write";
import { matterText } from "#text/scheme";

type Props = { readonly matter: Matter; readonly isFixed: boolean };

/** Today as the desk's calendar has it. */
function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** One class: its words corrected, closed and opened again, or removed while it is empty. */
export function MatterLine({ matter, isFixed }: Props): ReactNode {
  const [form, setForm] = useState<Pick<Matter, "code" | "name" | "isParty">>();
  const [write, isBusy] = useWrite();
  const { id } = matter;
  const isClosed = matter.closedOn !== "";
  if (form) {
    const save = async (): Promise<void> => {
      const given = { id, ...form, code: form.code.trim().toUpperCase() };
      const saved = await write("matter.revise", given, {
        hasUndo: true,
        said: (kept) => matterText.revised(kept.name),
      });
      if (saved) setForm(undefined);
    };
    return (
      <tr>
        <td>
          <Input
            aria-label={matterText.code}
            maxLength={6}
            value={form.code}
            onChange={(event) => setForm({ ...form, code: event.target.value })}
          />
        </td>
        <td>
          <Input
            autoFocus
            aria-label={matterText.name}
            maxLength={40}
            value={form.name}
            onChange={(event) => setForm({ ...form, name: event.target.value })}
            onPressEnter={() => void save()}
          />
        </td>
        <td>
          <div className="row">
            <Checkbox
              checked={form.isParty}
              title={matterText.partyNote}
              onChange={(event) => setForm({ ...form, isParty: event.target.checked })}
            >
              {matterText.party}
            </Checkbox>
            <span className="grow" />
            <Button onClick={() => setForm(undefined)}>{matterText.cancel}</Button>
            <Button type="primary" loading={isBusy} onClick={() => void save()}>
              {matterText.save}
            </Button>
          </div>
        </td>
      </tr>
    );
  }
  const close = (closedOn: string): void =>
    void write(
      "matter.close",
      { id, closedOn: archivalDate.parse(closedOn) },
      { hasUndo: true, said: (kept) => (closedOn ? matterText.closed(kept.name) : matterText.reopened(kept.name)) },
    );
  return (
    <tr>
      <td className="archival-code">{matter.code}</td>
      <td>
        {matter.name} {matter.isParty && <span className="mark">{matterText.party}</span>}{" "}
        {isClosed && <span className="mark">{matterText.closedOn(matter.closedOn)}</span>}
      </td>
      <td>
        {!isFixed && (
          <div className="row matter-verbs">
            <Button
              type="link"
              onClick={() => setForm({ code: matter.code, name: matter.name, isParty: matter.isParty })}
            >
              {matterText.edit}
            </Button>
            <Button type="link" disabled={isBusy} onClick={() => close(isClosed ? unknownDate : today())}>
              {isClosed ? matterText.reopen : matterText.close}
            </Button>
            <Button
              type="link"
              disabled={isBusy}
              onClick={() =>
                void write("matter.remove", { id }, { hasUndo: true, said: (gone) => matterText.removed(gone.name) })
              }
            >
              {matterText.remove}
            </Button>
          </div>
        )}
      </td>
    </tr>
  );
}
