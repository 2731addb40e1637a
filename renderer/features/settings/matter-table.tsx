import { Button, Checkbox, Input } from "antd";
import { type ReactNode, useState } from "react";
import type { FondsId, Matter } from "#contract/fonds";
import { useWrite } from "#bridge/use-write";
import { matterText } from "#text/scheme";
import { MatterLine } from "./matter-line.tsx";

type Props = {
  readonly fondsId: FondsId;
  readonly category: string;
  readonly matters: readonly Matter[];
  readonly isFixed: boolean;
};

export const isMatterCode = (code: string): boolean => /^[A-Z0-9]{2,6}$/.test(code);

/** 机构（问题） or the second level of one 门类, and a line for the next. */
export function MatterTable({ fondsId, category, matters, isFixed }: Props): ReactNode {
  const [code, setCode] = useState("");
  const [name, setName] = useState("");
  const [isParty, setParty] = useState(false);
  const [write, isBusy] = useWrite();
  const shape = code.trim().toUpperCase();
  const mayAdd = isMatterCode(shape) && name.trim() !== "";
  const add = async (): Promise<void> => {
    if (!mayAdd) return;
    const added = await write(
      "matter.add",
      { fondsId, category, code: shape, name, isParty },
      { hasUndo: true, said: (matter) => matterText.added(matter.name) },
    );
    if (!added) return;
    setCode("");
    setName("");
    setParty(false);
  };
  return (
    <div className="stack">
      {matters.length === 0 ? (
        <p className="quiet">{matterText.none}</p>
      ) : (
        <table className="plain matter-table">
          <thead>
            <tr>
              <th>{matterText.code}</th>
              <th>{matterText.name}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {matters.map((matter) => (
              <MatterLine key={matter.id} matter={matter} isFixed={isFixed} />
            ))}
          </tbody>
        </table>
      )}
      {!isFixed && (
        <form
          className="row matter-add"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <Input
            className="matter-code"
            aria-label={matterText.code}
            placeholder={matterText.code}
            maxLength={6}
            value={code}
            status={code !== "" && !isMatterCode(shape) ? "warning" : ""}
            title={matterText.codeWrong}
            onChange={(event) => setCode(event.target.value)}
          />
          <Input
            aria-label={matterText.name}
            placeholder={matterText.name}
            maxLength={40}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Checkbox checked={isParty} title={matterText.partyNote} onChange={(event) => setParty(event.target.checked)}>
            {matterText.party}
          </Checkbox>
          <Button htmlType="submit" disabled={!mayAdd} loading={isBusy}>
            {matterText.add}
          </Button>
        </form>
      )}
    </div>
  );
}
