// An item made before its pages were read: when one of them turns out to be personal it becomes 限制, as it would have been
// made (personal-data P6). A keeper may open it again; that answer stands.
import type { PageId } from "#contract/scan";
import { setItem, getItemRow } from "#db/item";
import { whereaboutsOf } from "#db/scan";
import type { House } from "#engine/house";
import { fieldsOf } from "#engine/item/place-parts";
import { readItem } from "#engine/item/read-item";
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";

/** Changes a draft only: what is filed is corrected by a person, with a reason; its text stays out of the index either way. */
export async function closePersonalItem(house: House, archive: OpenArchive, pageId: PageId): Promise<void> {
  const { read } = archive.connection;
  const itemId = whereaboutsOf(read, [pageId]).get(pageId);
  const row = itemId && getItemRow(read, itemId);
  if (!row || row.state !== "draft" || row.access === "restricted") return;
  await writeStep(house, archive, "item.describe", (db) => {
    const before = readItem(db, row.id);
    setItem(db, row.id, { access: "restricted" });
    const after = readItem(db, row.id);
    return {
      output: undefined,
      objectId: row.id,
      before: fieldsOf(before),
      after: fieldsOf(after),
      reasonCode: "personal-page",
      nouns: ["item"],
    };
  });
}
