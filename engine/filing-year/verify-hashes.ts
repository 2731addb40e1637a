// 固定校验 proved: every record hash is reckoned anew, and every closed year's digest with the hashes it was closed under.
import { setImmediate } from "node:timers/promises";
import type { Input, Output } from "#contract/contract";
import { listHashesAtClose } from "#db/filing-correction";
import { getItem } from "#db/filing-number";
import { type FilingYearRecord, listClosedYears } from "#db/filing-year";
import { countPartyItems } from "#db/hide-party";
import type { ReadDb } from "#db/open";
import { listFiledIds } from "#db/year-check";
import type { House } from "#engine/house";
import { type Job, refuseWhenCancelled } from "#engine/job";
import type { OpenArchive } from "#engine/vault/open-archive";
import { pickFields } from "#engine/item/pick-fields";
import { freezeRecord } from "#engine/filing-unit/freeze-record";
import { digestOfRecords } from "./check-year.ts";

/** Records looked at before others may ask something. */
const atOnce = 100;

/** Whether a closed year still gives the digest it was closed under; corrected records count as they were then. */
function isYearWhole(db: ReadDb, closed: FilingYearRecord): boolean {
  const atClose = listHashesAtClose(db, closed);
  const records = listFiledIds(db, closed).flatMap((id) => {
    const item = getItem(db, id);
    return item ? [atClose.get(id) ?? { archivalCode: item.archivalCode, recordHash: item.recordHash }] : [];
  });
  const sorted = records.toSorted((one, other) => (one.archivalCode < other.archivalCode ? -1 : 1));
  return digestOfRecords(sorted) === closed.recordHash;
}

/** Names every filed record that is not as it was filed. Refuses task-cancelled. */
export async function verifyHashes(
  _house: House,
  { connection, person }: OpenArchive,
  scope: Input<"filing-year.verify-hashes">,
  job: Job,
): Promise<Output<"filing-year.verify-hashes">> {
  const db = connection.read;
  const ids = listFiledIds(db, scope);
  const differing: Output<"filing-year.verify-hashes">["differing"][number][] = [];
  job.progress("核对", 0, ids.length, "row");
  for (const [at, id] of ids.entries()) {
    const item = getItem(db, id);
    if (item && freezeRecord(db, item, item.archivalCode) !== item.recordHash)
      differing.push({ itemId: id, archivalCode: item.archivalCode });
    if (at % atOnce === atOnce - 1) {
      job.progress("核对", at + 1, ids.length, "row");
      await setImmediate();
      refuseWhenCancelled(job.signal);
    }
  }
  // A year whose 党务 this person may not see cannot be reckoned by her as a whole.
  const seesAll = (closed: FilingYearRecord): boolean =>
    person.rights.includes("party") || countPartyItems(db, pickFields(closed, ["fondsId", "category", "year"])) === 0;
  const closedYears = listClosedYears(db, scope)
    .filter(seesAll)
    .map((closed) => {
      const { fondsId, category, year } = closed;
      return { fondsId, category, year, isWhole: isYearWhole(db, closed) };
    });
  job.progress("核对", ids.length, ids.length, "row");
  return { checkedCount: ids.length, differing, closedYears };
}
