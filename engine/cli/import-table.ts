// import-table FILE --as catalogue|register|ledger:NAME [--commit]: one JSON object of what was read and what is doubtful.
import { resolve } from "node:path";
import { tableUse } from "#contract/table-import";
import { retention, type Retention } from "#contract/retention";
import { Refusal } from "#contract/refusal";
import type { Asked as AskedOf } from "#contract/contract";
import type { Engine } from "#engine/engine";
import { importLedgerTable } from "./import-ledger-table.ts";
import { onArchive, say, type Command } from "./on-archive.ts";
import type { Options } from "./read-arguments.ts";

/** 长期=D30,短期=D10 – the clerk's words for the terms of old rules. */
function readTerms(given: string | undefined): Record<string, Retention> {
  const pairs = (given ?? "").split(/[,，]/).filter((pair) => pair.trim() !== "");
  return Object.fromEntries(
    pairs.map((pair) => {
      const [word = "", code = ""] = pair.split("=").map((part) => part.trim());
      const parsed = retention.safeParse(code);
      if (!parsed.success) throw new Refusal("input-invalid", { where: "--terms 长期=D30,短期=D10" });
      return [word, parsed.data];
    }),
  );
}

async function fondsOf(engine: Engine, options: Options): Promise<Pick<AskedOf<"import.dry-run">, "fondsId">> {
  const code = options["fonds-code"];
  if (code === undefined) return {};
  const found = (await engine.ask("fonds.list", {})).find((fonds) => fonds.code === code);
  if (!found) throw new Refusal("fonds-not-found");
  return { fondsId: found.id };
}

/** Reads a table; with --commit it is taken in as well. Exit 0 also when there are questions: they stand in the findings. */
export const importTable: Command = (asked) => {
  const [path] = asked.rest;
  const { options } = asked;
  if (path !== undefined && options.as?.startsWith("ledger:")) return importLedgerTable(asked, resolve(path));
  const as = tableUse.safeParse(options.as);
  if (path === undefined) throw new Refusal("input-invalid", { where: "FILE" });
  if (!as.success) throw new Refusal("input-invalid", { where: "--as catalogue|register|ledger:NAME" });
  const terms = readTerms(options.terms);
  const year = options.year === undefined ? undefined : Number(options.year);
  return onArchive(asked, async (engine) => {
    const order = {
      ...{ path: resolve(path), as: as.data, terms },
      ...(year !== undefined && { year }),
      ...(options.category !== undefined && { category: options.category }),
      // For sheets in which no heading is recognised; columns no word tells are named in the window or by call.
      ...(options["head-row"] !== undefined && { headRows: [{ sheet: null, row: Number(options["head-row"]) }] }),
    };
    const input = { ...order, ...(await fondsOf(engine, options)) };
    if (options.commit === true) {
      say(await engine.ask("import.commit", input));
      return 0;
    }
    const { preview: _, planDigest: __, ...report } = await engine.ask("import.dry-run", input);
    say(report);
    return 0;
  });
};
