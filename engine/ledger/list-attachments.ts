// 附件 seen from the row, and rows seen from the item: titles and places of papers, ledger and number of rows, never a word of one.
import { archivalDate, unknownDate } from "#contract/archival-date";
import type { Input, Output } from "#contract/contract";
import { outwardTitle } from "#contract/outward-title";
import { Refusal } from "#contract/refusal";
import { getItemRow } from "#db/item";
import { listAttachedPapers, listRowsOfItem, listTrayPapers, type AttachedPaper } from "#db/ledger-attachment";
import { getRow } from "#db/ledger-row";
import type { ReadDb } from "#db/open";
import { listPersonalPages, listPersonalPagesOf } from "#db/personal-page";
import { listItemPages } from "#db/scan";
import { joinsPersons } from "./joins-persons.ts";
import { periodOf } from "./period-range.ts";

type Shown = Output<"ledger.attachments">[number];

function showPaper(db: ReadDb, paper: AttachedPaper): Shown {
  const { attachment, page, item, first } = paper;
  const ofPersonalPage = page !== null && listPersonalPages(db, [page.id]).length > 0;
  const isRestricted = item?.access === "restricted" || ofPersonalPage;
  const pageNumber = page && item ? listItemPages(db, item.id).findIndex((each) => each.page.id === page.id) + 1 : 0;
  return {
    kind: page ? "page" : "item",
    pageId: page?.id ?? null,
    itemId: item?.id ?? null,
    title: item ? outwardTitle(item) : (paper.sourceName ?? ""),
    archivalCode: item?.archivalCode ?? "",
    pageNumber,
    pageCount: page ? 1 : (item?.pageCount ?? 0),
    thumbnail: first && !isRestricted ? { pageId: first.id, version: first.shownVersion } : null,
    capturedAt: paper.capturedAt ?? paper.enteredAt,
    documentDate: archivalDate.catch(unknownDate).parse(item?.documentDate ?? ""),
    attachedAt: attachment.attachedAt,
    isRestricted,
  };
}

/** Refuses ledger-row-not-found. */
export function listAttachments(db: ReadDb, { rowId }: Input<"ledger.attachments">): Output<"ledger.attachments"> {
  if (!getRow(db, rowId)) throw new Refusal("ledger-row-not-found");
  return listAttachedPapers(db, rowId).map((paper) => showPaper(db, paper));
}

/** A page noticed as personal is offered by its name alone (personal-data P6). Refuses ledger-row-not-found. */
export function showTray(db: ReadDb, { rowId, offset, limit }: Input<"ledger.tray">): Output<"ledger.tray"> {
  if (!getRow(db, rowId)) throw new Refusal("ledger-row-not-found");
  const { pages, total } = listTrayPapers(db, rowId, offset, limit);
  const ids = pages.map(({ pageId }) => pageId);
  const personal = new Set(listPersonalPages(db, ids).map(({ pageId }) => pageId));
  return {
    pages: pages.map(({ version, isAttached, ...page }) => {
      const isPersonal = personal.has(page.pageId);
      const thumbnail = isPersonal ? null : { pageId: page.pageId, version };
      return { ...page, thumbnail, isPersonal, isAttached: isAttached === 1 };
    }),
    total,
  };
}

/** Counts only for an item that speaks of a person, or joins rows of several ledgers about one (personal-data P4, P5). Refuses item-not-found. */
export function showRowsOfItem(db: ReadDb, { itemId }: Input<"ledger.rows-of-item">): Output<"ledger.rows-of-item"> {
  const item = getItemRow(db, itemId);
  if (!item) throw new Refusal("item-not-found");
  const rows = listRowsOfItem(db, itemId);
  const isCountOnly =
    item.access === "restricted" || listPersonalPagesOf(db, itemId).length > 0 || joinsPersons(db, rows);
  return {
    rowCount: rows.length,
    isCountOnly,
    rows: isCountOnly
      ? []
      : rows.map(({ periodKind, occurredOn, ...row }) => ({ ...row, period: periodOf(occurredOn, periodKind) })),
  };
}
