import { type ArchivalDate, unknownDate } from "#contract/archival-date";
import { readWholeDay } from "#contract/whole-day";
import { sayDay } from "./format.ts";

/** Today by the clock of the machine. */
export const today = (): ArchivalDate => readWholeDay(sayDay(new Date().toISOString())) ?? unknownDate;
