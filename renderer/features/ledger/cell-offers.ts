// What is offered while a cell is typed: choices by characters or first letters, and records to be picked.
import { useMemo } from "react";
import type { LedgerColumn } from "#contract/ledger-column";
import { ask } from "#bridge/call";
import { findItems } from "#bridge/find-items";
import { useFound } from "#bridge/use-found";
import { soundingLike } from "./sound-initials.ts";

export type CellOffer = {
  readonly key: string;
  readonly value: string;
  /** Resident, household or item that is picked with it. */
  readonly link?: string;
  /** What tells two of the same words apart. */
  readonly note?: string;
};

const resting = { restMs: 120 };
const parted = /^(?<before>.*[、,，;；\n])?(?<last>[^、,，;；\n]*)$/su;

/** The tag being typed and what stands before it. */
const tagOf = (text: string): { before: string; last: string } => {
  const { before = "", last = "" } = parted.exec(text)?.groups ?? {};
  return { before, last };
};

/** The words of a cell once an offer is taken. */
export function takenOffer(column: LedgerColumn, text: string, offer: CellOffer): string {
  return column.kind === "tags" ? `${tagOf(text).before.replaceAll(/[,，;；\n]/g, "、")}${offer.value}` : offer.value;
}

function listed(column: LedgerColumn, text: string): readonly string[] {
  if (column.kind === "yesNo") return soundingLike(["是", "否"], text === "是" || text === "否" ? "" : text);
  if (column.kind === "choice") {
    // A value that stands there already is no beginning of another.
    const isWhole = column.rules.choices.includes(text);
    return soundingLike(column.rules.choices, isWhole ? "" : text);
  }
  if (column.kind !== "tags") return [];
  const { before, last } = tagOf(text);
  const has = new Set(before.split(/[、,，;；\n]/u));
  return soundingLike(
    column.rules.choices.filter((choice) => !has.has(choice) && choice !== last),
    last,
  );
}

async function findItemOffers(words: string): Promise<CellOffer[]> {
  return (await findItems(words)).map(({ id, title, shelf, documentDate }) => ({
    ...{ key: id, value: title, link: id, note: [documentDate, shelf].filter(Boolean).join(" · ") },
  }));
}

async function lookUp({ kind }: LedgerColumn, words: string): Promise<CellOffer[]> {
  if (kind === "person")
    return (await ask("resident.lookup", { words })).map((hit) => ({
      ...{ key: hit.id, value: hit.name, link: hit.id },
      note: [hit.sex, hit.bornOn, hit.householdNumber, hit.address].filter(Boolean).join(" · "),
    }));
  if (kind === "household")
    return (await ask("household.lookup", { words })).map(({ id, number, address }) => ({
      ...{ key: id, value: number || address, link: id, note: number ? address : "" },
    }));
  return findItemOffers(words);
}

/** Whether the first offer is taken without the hand choosing it: never a person, never over an open list. */
export const takesFirst = ({ kind, rules }: LedgerColumn, text: string): boolean =>
  (kind === "choice" || kind === "tags" || kind === "yesNo") &&
  text !== "" &&
  (!rules.isOpenChoice || /[a-z]$/i.test(text));

/** Items to be attached, by words of their title. */
export const useItemOffers = (words: string): readonly CellOffer[] =>
  useFound(words.trim().slice(0, 80), findItemOffers, resting);

/** Offers for what is typed; none while nothing is typed of a record, whose words are kept nowhere (personal-data P5). */
export function useCellOffers(column: LedgerColumn | undefined, text: string): readonly CellOffer[] {
  const isRecord = column?.kind === "person" || column?.kind === "household" || column?.kind === "item";
  const find = useMemo(
    () => (column && isRecord ? (words: string) => lookUp(column, words) : undefined),
    [column, isRecord],
  );
  const found = useFound(text.trim().slice(0, 80), find, resting);
  const choices = useMemo(
    () => (column ? listed(column, text).map((value): CellOffer => ({ key: value, value })) : []),
    [column, text],
  );
  return isRecord ? found : choices;
}
