import { LockOutlined, SearchOutlined, UserOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import type { ReactNode } from "react";
import type { Session } from "#contract/archive";
import { lockArchive } from "#bridge/session";
import { chooseFonds, useFondsScope } from "#bridge/use-scope";
import { frameText } from "#text/frame";
import { BackupLight } from "./backup-light.tsx";
import { PartyNote } from "./party-note.tsx";

type Props = {
  readonly session: Session;
  readonly onSearch: () => void;
  readonly onBackup: () => void;
  /** What goes on quietly in the background. */
  readonly quietWork: ReactNode;
};

/** Archive, 全宗, search, backup light, person, lock. */
export function TitleBar({ session, onSearch, onBackup, quietWork }: Props): ReactNode {
  const { fonds, all } = useFondsScope();
  const label = (each: { code: string; name: string }): string => [each.code, each.name].filter(Boolean).join(" ");
  return (
    <header className="title-bar">
      <span className="title-archive cut" title={session.folder}>
        <b>{frameText.product}</b> {session.name}
      </span>
      {all.length > 1 ? (
        <Select
          aria-label={frameText.fonds}
          value={fonds?.id ?? null}
          options={all.map((each) => ({ value: each.id, label: label(each) }))}
          onChange={(id) => id && chooseFonds(id)}
          className="title-fonds"
          popupMatchSelectWidth={false}
        />
      ) : (
        fonds && <span className="quiet cut title-one-fonds">{label(fonds)}</span>
      )}
      <button type="button" className="title-search" onClick={onSearch} aria-keyshortcuts="Control+K">
        <SearchOutlined /> <span className="grow">{frameText.search}</span> <kbd>{frameText.searchKeys}</kbd>
      </button>
      {quietWork}
      <BackupLight onOpen={onBackup} />
      {!session.person.rights.includes("party") && <PartyNote />}
      <span className="title-person cut" title={frameText.person(session.person.name)}>
        <UserOutlined /> {session.person.name}
      </span>
      <Button icon={<LockOutlined />} onClick={() => void lockArchive()}>
        {frameText.lock}
      </Button>
    </header>
  );
}
