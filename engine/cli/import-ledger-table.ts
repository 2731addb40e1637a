// import-table FILE --as ledger:NAME: NAME is the code or the name of a ledger.
import type { Ledger } from "#contract/ledger";
import { Refusal } from "#contract/refusal";
import type { Engine } from "#engine/engine";
import { onArchive, say, type Asked } from "./on-archive.ts";

/** The ledger of a code or a name. Refuses fonds-not-found, ledger-not-found. */
export async function ledgerNamed(engine: Engine, name: string, fondsCode: string | undefined): Promise<Ledger> {
  const fonds = (await engine.ask("fonds.list", {})).find(({ code, closedOn }) =>
    fondsCode === undefined ? closedOn === "" : code === fondsCode,
  );
  if (!fonds) throw new Refusal("fonds-not-found");
  const ledgers = await engine.ask("ledger.list", { fondsId: fonds.id });
  const found = ledgers.find(({ code }) => code === name) ?? ledgers.find((each) => each.name === name);
  if (!found) throw new Refusal("ledger-not-found");
  return found;
}

/**
 * 办理结果:转街道办理=已转办;帮扶类别:=其他 – by heading or key; without a word before "=" it is the value of blank cells. The last "="
 * parts them: a word like ="已办" has its own.
 */
function readWords({ columns }: Ledger, given: string | undefined): Record<string, Record<string, string>> {
  const words: Record<string, Record<string, string>> = {};
  for (const piece of (given ?? "").split(/[;；]/).filter((each) => each.trim() !== "")) {
    const [, heading = "", word = "", value = ""] = /^([^:：]+)[:：](.*)=([^=]*)$/s.exec(piece.trim()) ?? [];
    const column = columns.find((each) => each.heading === heading.trim() || each.key === heading.trim());
    if (!column) throw new Refusal("input-invalid", { where: "--words 列名:原词=台账的词;列名:=空格的值" });
    words[column.key] = { ...words[column.key], [word.trim()]: value.trim() };
  }
  return words;
}

/** Reads a table for a ledger; with --commit it is taken in as well. No value of a row is said. */
export const importLedgerTable = (asked: Asked, path: string): Promise<number> =>
  onArchive(asked, async (engine) => {
    const { options } = asked;
    const ledger = await ledgerNamed(engine, (options.as ?? "").slice("ledger:".length), options["fonds-code"]);
    const input = {
      ...{ path, ledgerId: ledger.id, words: readWords(ledger, options.words) },
      ...(options.sheet !== undefined && { sheets: [options.sheet] }),
      ...(options["head-row"] !== undefined && { headRows: [{ sheet: null, row: Number(options["head-row"]) }] }),
    };
    if (options.commit === true) {
      say(await engine.ask("ledger.import", input));
      return 0;
    }
    const { preview: _, planDigest: __, ...report } = await engine.ask("ledger.check-import", input);
    say(report);
    return 0;
  });
