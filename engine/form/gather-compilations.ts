// 大事记, 组织沿革, 社区概况: date, words and 出处 with 档号; what has no 出处 says so, nothing is left out.
import type { CompilationEntry, CompilationKind } from "#contract/compilation";
import { compilationId, compilationKindLabel } from "#contract/compilation";
import type { FondsId } from "#contract/fonds";
import type { FormScope } from "#contract/form-scope";
import { getCompilation, listCompilations, listEntryRecords, withCitations } from "#db/compilation";
import { getFonds } from "#db/fonds";
import { listCitedEntryIds } from "#db/hidden-rows";
import type { ReadDb } from "#db/open";
import type { FormSheet } from "./form-definition.ts";
import { sayDay, sayHead } from "./say-fields.ts";

export const compilationFields = ["fondsCode", "fondsName", "title", "head", "span", "compiledBy", "text"] as const;

/** More than this does not stand in one row of A4: an entry goes on in the next row, said to go on. */
const mostCharacters = 700;
const mostOfSources = 320;

/** A 出处 the person may not see (党务) is still one: the entry never passes for one without. */
type CitedEntry = CompilationEntry & { readonly isCited: boolean };

/** 出处: the 档号 as it is now, with the page; the title stays away, a restricted one as much as any other (P6). */
function sayCitations({ citations, isCited }: CitedEntry): string[] {
  if (citations.length === 0) return [isCited ? "（出处未列出）" : "「无出处」"];
  return citations.map(({ archivalCode, pageNote }) =>
    pageNote === "" ? archivalCode : `${archivalCode} ${pageNote}`,
  );
}

/** Pieces in order, as many together as stay under `most` characters; one piece alone is never cut. */
function together(pieces: readonly string[], most: number): string[][] {
  const parts: string[][] = [];
  let length = most;
  for (const piece of pieces) {
    if (length + piece.length > most) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(piece);
    length += piece.length;
  }
  return parts;
}

/** 序号 日期 记事 出处; a long entry in several rows, each with （续） where it goes on. */
function rowsOfEntry(entry: CitedEntry, serial: number): string[][] {
  const heading = entry.heading === "" ? "" : `【${entry.heading}】`;
  const words = together([...(heading + entry.words)], mostCharacters).map((part) => part.join(""));
  const sources = together(sayCitations(entry), mostOfSources).map((part) => part.join("；"));
  return Array.from({ length: Math.max(words.length, sources.length) }, (_, at) => [
    String(serial),
    at === 0 ? sayDay(entry.happenedOn) || "日期不详" : "（续）",
    words[at] ?? "",
    sources[at] ?? "",
  ]);
}

/** Running text: a heading and its words, 出处 behind them. */
function sayEntry(entry: CitedEntry): string {
  const source = `（出处：${sayCitations(entry).join("；")}）`;
  return [entry.heading, `${entry.words}${source}`].filter((each) => each !== "").join("\n");
}

/** One compilation of the given kind. */
export function gatherCompilation(kind: CompilationKind) {
  return (db: ReadDb, scope: FormScope): FormSheet[] => {
    const found = scope.by === "record" ? getCompilation(db, compilationId.parse(scope.recordId)) : undefined;
    if (found?.kind !== kind) return [];
    const fonds = getFonds(db, found.fondsId);
    const cited = listCitedEntryIds(db, found.id);
    const entries = withCitations(db, listEntryRecords(db, found.id)).map((entry): CitedEntry => ({
      ...entry,
      isCited: cited.has(entry.id),
    }));
    if (!fonds || entries.length === 0) return [];
    const span = [found.fromDate, found.toDate]
      .filter((day) => day !== "")
      .map(sayDay)
      .join(" — ");
    const fields = {
      fondsCode: fonds.code,
      fondsName: fonds.unit || fonds.name,
      title: found.title,
      span,
      compiledBy: found.compiledBy,
      head: sayHead([
        ["全宗名称", fonds.unit || fonds.name],
        ["起止", span],
        ["编者", found.compiledBy],
      ]),
      text: entries.map(sayEntry).join("\n"),
    };
    return [{ fields, rows: entries.flatMap((entry, at) => rowsOfEntry(entry, at + 1)) }];
  };
}

/** The compilations of one kind of a 全宗 that have entries. */
export function offerCompilations(kind: CompilationKind) {
  return (db: ReadDb, fondsId: FondsId) =>
    listCompilations(db)
      .filter((each) => each.kind === kind && each.fondsId === fondsId && each.entryCount > 0)
      .map(({ id, title, toDate }) => ({
        id: String(id),
        label: title || compilationKindLabel[kind],
        year: toDate === "" ? null : Number(toDate.slice(0, 4)),
      }));
}
