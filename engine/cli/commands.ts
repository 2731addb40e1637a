// What can be asked from a terminal.
import { existsSync, statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { contract, type Name } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { sayRefusal } from "#contract/refusal-text";
import type { Engine } from "#engine/engine";
import { importTable } from "./import-table.ts";
import { archiveFolder, onArchive, say, withEngine, type Asked, type Command } from "./on-archive.ts";
import { read } from "./read.ts";
import { restore } from "./restore.ts";
import { writeSheetFile } from "./write-sheet-file.ts";

export const usage =
  "create DIR --name NAME | unlock-test | procedures | call NAME JSON | intake FILES… | import-table FILE --as catalogue|register|ledger:NAME [--terms 长期=D30,短期=D10] [--year YYYY] [--category WS] [--words 列名:原词=台账的词;…] [--sheet NAME] [--head-row N] [--commit] | package verify PATH | restore BACKUP --to DIR [--register DIR] [--commit [--accept-unknown]] | check-input PATHS… | read FILES… --out DIR";

function refuseBadSheetPath(sheet: string): void {
  if (existsSync(sheet)) throw new Refusal("target-exists", { name: basename(sheet) });
  if (!existsSync(dirname(sheet)) || !statSync(dirname(sheet)).isDirectory()) throw new Refusal("target-not-writable");
}

const create: Command = async (asked) => {
  const folder = archiveFolder(asked, true);
  const { options } = asked;
  if (!options.name) throw new Refusal("input-invalid", { where: "--name" });
  const sheet = options["recovery-out"];
  // Looked at before anything is made: an archive whose sheet could not be written would be one nobody can recover.
  if (sheet !== undefined) refuseBadSheetPath(resolve(sheet));
  const passphrase = asked.passphrase();
  return withEngine(async (engine) => {
    const made = await engine.ask("archive.create", {
      folder,
      name: options.name ?? "",
      passphrase,
      ...(options.label && { label: options.label }),
      ...(options["person-name"] && { personName: options["person-name"] }),
      fonds: {
        code: options["fonds-code"] ?? "",
        name: options["fonds-name"] ?? options.name ?? "",
        unit: options.unit ?? options.name ?? "",
      },
    });
    // Without a sheet the archive stays marked; recovery.renew makes one later.
    const written = sheet === undefined ? null : await writeSheetFile(engine, made.recoveryGroups, resolve(sheet));
    say({ archive: folder, archiveId: made.session.archiveId, recoverySheet: written, recoveryUnconfirmed: true });
    return 0;
  });
};

const unlockTest: Command = (asked) =>
  onArchive(asked, async (engine) => {
    const session = await engine.ask("archive.session", {});
    say({ unlocked: true, ...session });
    return 0;
  });

const procedures: Command = () => {
  const lines = Object.entries(contract).map(([name, { kind, roles, seat }]) => ({ name, kind, roles, seat }));
  say(lines);
  return Promise.resolve(0);
};

function parseInput(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    throw new Refusal("input-invalid", { where: "JSON" });
  }
}

/** Date and anchor of a package may be given as options too: the same archive then gives the same bytes again (A6). */
function withReproduction(input: unknown, { options, rest }: Asked): unknown {
  if (rest[0] !== "package.write" || typeof input !== "object" || input === null) return input;
  const { "bagging-date": baggingDate, anchor } = options;
  return { ...input, ...(baggingDate !== undefined && { baggingDate }), ...(anchor !== undefined && { anchor }) };
}

const call: Command = async (asked) => {
  const [name, json = "{}"] = asked.rest;
  if (!name || !Object.hasOwn(contract, name)) throw new Refusal("procedure-unknown", { name: name ?? "" });
  const input = withReproduction(parseInput(json), asked);
  // Doors need no open archive; asked with one, they get it open.
  const isDoor = contract[name as Name].kind === "door" && asked.options.archive === undefined;
  const answer = async (engine: Engine): Promise<number> => {
    // The terminal is the window's seat: what only the shell may ask (keys) is refused here too.
    const reply = await engine.reply({ id: "call", seat: "window", name, input });
    if (reply.ok) {
      say(reply.value);
      return 0;
    }
    if (!("refusal" in reply)) throw new Error(`fault ${reply.fault}`);
    const { code, details } = reply.refusal;
    say({ refused: code, details, message: sayRefusal(code, details) });
    return 2;
  };
  return isDoor ? withEngine(answer) : onArchive(asked, answer);
};

const intake: Command = (asked) => {
  if (asked.rest.length === 0) throw new Refusal("input-invalid", { where: "FILES" });
  return onArchive(asked, async (engine) => {
    const paths = asked.rest.map((path) => resolve(path));
    const { outcomes, rejectedCount } = await engine.ask("scan.accept", {
      paths,
      securityMark: asked.options["security-mark"] ?? "",
    });
    // Each path is told as it was given.
    const given = new Map(asked.rest.map((path) => [resolve(path), path]));
    for (const { path, outcome, code, message, scanId, pageIds } of outcomes)
      say({ path: given.get(path) ?? path, outcome, code, message, scanId, pageIds });
    return rejectedCount > 0 ? 2 : 0;
  });
};

const verify: Command = ({ rest: [path] }) => {
  if (path === undefined) throw new Refusal("input-invalid", { where: "PATH" });
  return withEngine(async (engine) => {
    const report = await engine.ask("package.verify", { path: resolve(path) });
    say(report);
    return report.verdict === "invalid" ? 2 : 0;
  });
};

const checkInput: Command = ({ rest }) => {
  if (rest.length === 0) throw new Refusal("input-invalid", { where: "PATHS" });
  return withEngine(async (engine) => {
    const { results } = await engine.ask("input.check", { paths: [...rest] });
    for (const result of results) say(result);
    return results.some((result) => result.outcome === "reject") ? 2 : 0;
  });
};

export const commands: Readonly<Record<string, Command>> = {
  create,
  "unlock-test": unlockTest,
  procedures,
  call,
  intake,
  "import-table": importTable,
  "package verify": verify,
  restore,
  "check-input": checkInput,
  read,
};
