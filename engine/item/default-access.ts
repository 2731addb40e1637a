// 开放标识 an item is made with: a page that tells of a person makes it 限制 until a keeper says otherwise (personal-data P6).
import type { AccessClass } from "#contract/access";
import type { PageId } from "#contract/scan";
import type { ReadDb } from "#db/open";
import { listPersonalPages } from "#db/personal-page";

/** What was recognised on these pages and not settled, each kind once: 身份证, 户口簿, 申请表, 名册, 选票, 病历. */
export const personalKindsOf = (db: ReadDb, pageIds: readonly PageId[]): string[] => [
  ...new Set(listPersonalPages(db, pageIds).map(({ value }) => value)),
];

/** 限制 when one of the pages is personal, 内部 otherwise. */
export const defaultAccess = (db: ReadDb, pageIds: readonly PageId[]): AccessClass =>
  personalKindsOf(db, pageIds).length > 0 ? "restricted" : "internal";
