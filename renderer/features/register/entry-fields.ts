// What is typed of one entry before it is saved: blank to begin with, or the fields of one that is there.
import { unknownDate } from "#contract/archival-date";
import type { FondsId } from "#contract/fonds";
import type { RegisterEntry, RegisterFields, RegisterKind } from "#contract/register";

export type EntryFields = RegisterFields & { readonly securityMark: string };

/** A blank entry of today; today is what the clock says, the clerk changes it where the paper came earlier. */
export function blankEntry(fondsId: FondsId, kind: RegisterKind, today: string, unit: string): EntryFields {
  return {
    fondsId,
    kind,
    happenedOn: today as EntryFields["happenedOn"],
    correspondent: "",
    creator: kind === "outgoing" ? unit : "",
    documentNumber: "",
    documentDate: unknownDate,
    title: "",
    copies: 1,
    pageCount: 0,
    access: "internal",
    neutralTitle: "",
    remark: "",
    matterId: null,
    retention: null,
    scheduleRowId: null,
    handler: "",
    dueOn: "",
    securityMark: "",
  };
}

/** The fields of an entry, for revising it. */
export function fieldsOfEntry(entry: RegisterEntry): EntryFields {
  const { fondsId, kind, happenedOn, correspondent, creator, documentNumber, documentDate, title, copies } = entry;
  const { pageCount, access, neutralTitle, remark, matterId, retention, scheduleRowId, handler, dueOn } = entry;
  return {
    ...{ fondsId, kind, happenedOn, correspondent, creator, documentNumber, documentDate, title, copies },
    ...{ pageCount, access, neutralTitle, remark, matterId, retention, scheduleRowId, handler, dueOn },
    securityMark: entry.securityLevel,
  };
}

/** What most often repeats from one entry to the next and is carried forward by Ctrl+D alone, never unseen. */
export type RepeatedName = Exclude<keyof EntryFields, "fondsId" | "kind" | "scheduleRowId">;
