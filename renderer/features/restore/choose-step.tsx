import { Button, Input, Radio } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import type { Asked } from "#contract/contract";
import type { FoundBackup } from "#contract/restore";
import { ask, askShell } from "#bridge/call";
import { wordsOf } from "#bridge/notices";
import { sayMinute } from "#text/format";
import { restoreText as words } from "#text/restore";
import { Field } from "#ui/field";
import { Problem } from "#ui/problem";
import { RunningBar } from "./running-bar.tsx";

type Ask = Asked<"restore.check">;
type Props = {
  readonly folder: string | undefined;
  /** What was asked before, when the clerk comes back to it. */
  readonly first: Ask | undefined;
  readonly isBusy: boolean;
  readonly problem: { readonly sentence: string; readonly code: string } | undefined;
  readonly sheetFields: (onGroups: (groups: string[] | undefined) => void) => ReactNode;
  readonly onCheck: (input: Ask) => void;
  readonly onBack: () => void;
};

const below = (parent: string, name: string): string =>
  `${parent}${/[\\/]$/.test(parent) ? "" : parent.includes("\\") ? "\\" : "/"}${name}.lindang`;

/** Which backup, under which secret, to where. */
export function ChooseStep({ folder, first, isBusy, problem, sheetFields, onCheck, onBack }: Props): ReactNode {
  const [found, setFound] = useState<readonly FoundBackup[]>([]);
  const [backup, setBackup] = useState(first?.backup);
  const [parent, setParent] = useState<string>();
  const [passphrase, setPassphrase] = useState("");
  const [groups, setGroups] = useState<string[]>();
  const [hasSheet, setSheet] = useState(false);
  const [cannotFind, setCannotFind] = useState<{ sentence: string; code: string }>();
  const chosen = found.find((each) => each.folder === backup);
  const target = parent === undefined ? (first?.target ?? folder) : chosen && below(parent, chosen.name);
  const secret = hasSheet ? groups && { groups } : passphrase === "" ? undefined : { passphrase };
  const input = backup && target && secret ? { backup, target, secret } : undefined;

  const find = async (path: string): Promise<void> => {
    setCannotFind(undefined);
    try {
      const { backups } = await ask("restore.find", { path });
      setFound(backups);
      setBackup(backups[0]?.folder);
    } catch (thrown) {
      setFound([]);
      setBackup(undefined);
      setCannotFind(wordsOf(thrown));
    }
  };
  const choose = async (title: string, purpose: "backup" | "archive"): Promise<void> => {
    try {
      const { path } = await askShell("shell.choose-folder", { title, purpose });
      if (path === null) return;
      if (purpose === "backup") await find(path);
      else setParent(path);
    } catch (thrown) {
      setCannotFind(wordsOf(thrown));
    }
  };
  const goToDefault = (): Promise<void> =>
    askShell("shell.default-folder", {}).then(
      ({ path }) => setParent(path),
      () => undefined,
    );
  /** A backup somebody tried to open as if it were an archive: it is what is restored, not where to. */
  const takeAsBackup = async (path: string): Promise<void> => {
    const seen = await ask("restore.find", { path }).catch(() => undefined);
    if (seen?.backups[0]?.folder !== path) return;
    setFound(seen.backups);
    setBackup(path);
    await goToDefault();
  };
  useEffect(() => {
    if (first) void find(first.backup);
    else if (folder === undefined) void goToDefault();
    else void takeAsBackup(folder);
    // Once, for what was there when the page opened.
  }, []);

  return (
    <form
      className="stack wide"
      onSubmit={(event) => {
        event.preventDefault();
        if (input && !isBusy) onCheck(input);
      }}
    >
      <h1>{words.title}</h1>
      <p className="quiet">{words.line}</p>
      <Field label={words.backup}>
        <div className="stack">
          <Radio.Group className="stack" value={backup} onChange={(event) => setBackup(String(event.target.value))}>
            {found.map(({ folder: path, name, at, files }) => (
              <Radio key={path} value={path}>
                {words.backupOf(name, sayMinute(at), files)}
              </Radio>
            ))}
          </Radio.Group>
          <div>
            <Button autoFocus={found.length === 0} onClick={() => void choose(words.chooseTitle, "backup")}>
              {words.choose}
            </Button>
          </div>
        </div>
      </Field>
      {cannotFind && <Problem {...cannotFind} />}
      {hasSheet ? (
        <Field label={words.sheet}>{sheetFields(setGroups)}</Field>
      ) : (
        <Field label={words.passphrase} forId="restore-passphrase" note={words.passphraseNote}>
          <Input.Password
            id="restore-passphrase"
            value={passphrase}
            autoComplete="off"
            onChange={(event) => setPassphrase(event.target.value)}
          />
        </Field>
      )}
      <Field label={words.target}>
        <div className="row">
          <span className="path grow">{target ?? ""}</span>
          <Button size="small" onClick={() => void choose(words.chooseTargetTitle, "archive")}>
            {words.chooseTarget}
          </Button>
        </div>
      </Field>
      {problem && <Problem {...problem} />}
      {isBusy && <RunningBar />}
      <div className="row">
        <Button onClick={onBack}>{words.back}</Button>
        <Button type="link" onClick={() => setSheet(!hasSheet)}>
          {hasSheet ? words.usePassphrase : words.useSheet}
        </Button>
        <span className="grow" />
        <Button type="primary" htmlType="submit" disabled={!input} loading={isBusy}>
          {words.check}
        </Button>
      </div>
    </form>
  );
}
