import { Button, Input } from "antd";
import { type ReactNode, useState } from "react";
import type { FondsId, Matter } from "#contract/fonds";
import { useWrite } from "#bridge/use-write";
import { fondsText } from "#text/settings";

type Props = { readonly fondsId: FondsId; readonly matters: readonly Matter[] };

/** 机构（问题）类目 of one fonds, and a line for the next. */
export function MatterTable({ fondsId, matters }: Props): ReactNode {
  const [code, setCode] = useState("");
  const [name, setName] = useState("");
  const [write, isBusy] = useWrite();
  const shape = code.trim().toUpperCase();
  const isCode = /^[A-Z0-9]{2,6}$/.test(shape);
  const mayAdd = isCode && name.trim() !== "";
  const add = async (): Promise<void> => {
    if (!mayAdd) return;
    const added = await write(
      "matter.add",
      { fondsId, code: shape, name },
      { said: (matter) => fondsText.matterAdded(matter.name) },
    );
    if (!added) return;
    setCode("");
    setName("");
  };
  return (
    <div className="stack">
      <h3>{fondsText.matters}</h3>
      <p className="quiet small">{fondsText.mattersLine}</p>
      {matters.length === 0 ? (
        <p className="quiet">{fondsText.matterNone}</p>
      ) : (
        <table className="plain matter-table">
          <thead>
            <tr>
              <th>{fondsText.matterCode}</th>
              <th>{fondsText.matterName}</th>
            </tr>
          </thead>
          <tbody>
            {matters.map((matter) => (
              <tr key={matter.id}>
                <td className="archival-code">{matter.code}</td>
                <td>{matter.name}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Input
          className="matter-code"
          aria-label={fondsText.matterCode}
          placeholder={fondsText.matterCode}
          maxLength={6}
          value={code}
          status={code !== "" && !isCode ? "warning" : ""}
          title={fondsText.matterCodeWrong}
          onChange={(event) => setCode(event.target.value)}
        />
        <Input
          aria-label={fondsText.matterName}
          placeholder={fondsText.matterName}
          maxLength={40}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button htmlType="submit" disabled={!mayAdd} loading={isBusy}>
          {fondsText.matterAdd}
        </Button>
      </form>
    </div>
  );
}
