// One made-up person in two ledgers of a fresh archive, with a neighbour beside her: what rules about persons are tried on.
import { archivalDate } from "#contract/archival-date";
import type { Ledger } from "#contract/ledger";
import type { LedgerRow } from "#contract/ledger-row";
import type { Output } from "#contract/contract";
import type { Household, Resident } from "#contract/resident";
import { wholeDay } from "#contract/whole-day";
import type { EngineOptions } from "#engine/engine";
import { freshArchive, type TestArchive } from "./archive.ts";
import { column, openLedgerOf } from "./ledger-archive.ts";

/** Words that stand nowhere else in an archive, so that finding one is finding the person. */
export const canary = {
  name: "欧阳碧瑶",
  phone: "13912340077",
  /** Right by GB 11643-1999; the region does not exist. */
  idNumber: "999901199001011232",
  account: "6222020200112233445",
  address: "梧桐里七弄九号零三室",
  householdNumber: "户-70903",
  ethnicity: "门巴族",
  story: "欧阳碧瑶反映屋顶漏水",
  illness: "特发性血小板减少",
} as const;
export const neighbour = { name: "司徒远山", phone: "13912340088", idNumber: "999901198507152345" } as const;

export type PersonArchive = TestArchive & {
  readonly resident: Resident;
  readonly other: Resident;
  readonly household: Household;
  /** Help to one person, with sensitive columns. */
  readonly aid: Ledger;
  /** Visits, which may name two. */
  readonly visit: Ledger;
  readonly aidRow: LedgerRow;
  /** Names both, by link. */
  readonly sharedRow: LedgerRow;
  /** Has her name typed, without a link. */
  readonly typedRow: LedgerRow;
};

const person = column({ key: "who", heading: "居民", kind: "person", personal: "personal" });
const aidColumns = [
  column({ key: "happenedOn", heading: "发生日期", kind: "date", part: "occurred", isRequired: true }),
  column({ key: "kind", heading: "类别", kind: "choice", part: "kind", rules: { choices: ["就业", "就学", "就医"] } }),
  person,
  column({ key: "phone", heading: "电话", kind: "text", personal: "personal", rules: { format: "phone" } }),
  column({ key: "idNumber", heading: "身份证号", kind: "text", personal: "sensitive", rules: { format: "idNumber" } }),
  column({ key: "illness", heading: "病情", kind: "text", personal: "sensitive" }),
  column({ key: "address", heading: "住址", kind: "address", personal: "personal" }),
  column({ key: "amount", heading: "金额", kind: "money" }),
  column({ key: "note", heading: "备注", kind: "longText" }),
];
const visitColumns = [
  column({ key: "happenedOn", heading: "发生日期", kind: "date", part: "occurred", isRequired: true }),
  person,
  column({ key: "with", heading: "同住人", kind: "person", personal: "personal" }),
  column({
    ...{ key: "withPhone", heading: "同住人电话", kind: "text", personal: "personal" },
    rules: { fillsFrom: "with" as never, fillsWith: "phone" },
  }),
  column({ key: "result", heading: "结果", kind: "choice", part: "result", rules: { choices: ["已办", "未办"] } }),
  column({ key: "note", heading: "记录", kind: "longText" }),
];

async function writeRow(
  archive: TestArchive,
  ledger: Ledger,
  cells: Record<string, string>,
  links: Record<string, string> = {},
): Promise<LedgerRow> {
  const input = { ledgerId: ledger.id, kind: "enter", rows: [{ cells, links }] } as const;
  const { rows } = (await archive.engine.ask("ledger.write-rows", input as never)) as Output<"ledger.write-rows">;
  if (!rows[0]) throw new Error("a row that was written is answered");
  return rows[0];
}

/** Opens it. Days lie in 2024, the clock is the machine's unless given. */
export async function personArchive(options: EngineOptions = {}): Promise<PersonArchive> {
  const archive = await freshArchive(options);
  const { ask } = archive.engine;
  const household = await ask("household.add", {
    ...{ number: canary.householdNumber, address: canary.address, grid: "第三网格" },
  });
  const resident = await ask("resident.add", {
    ...{ name: canary.name, sex: "女", bornOn: archivalDate.parse("1990-01-01"), phone: canary.phone },
    ...{ householdId: household.id, idNumber: canary.idNumber, account: canary.account },
  });
  const other = await ask("resident.add", {
    ...{ name: neighbour.name, sex: "男", bornOn: archivalDate.parse("1985-07-15"), phone: neighbour.phone },
    ...{ householdId: household.id, idNumber: neighbour.idNumber },
  });
  await ask("ethnicity.state", {
    ...{ residentId: resident.id, ethnicity: canary.ethnicity, statedOn: wholeDay.parse("2024-01-10") },
    consent: { givenOn: wholeDay.parse("2024-01-10") },
  });
  const aid = await openLedgerOf(archive, aidColumns, "aid");
  const visit = await openLedgerOf(archive, visitColumns, "visit-two");
  const aidRow = await writeRow(
    archive,
    aid,
    {
      ...{ happenedOn: "2024-03-05", kind: "就医", who: canary.name, phone: canary.phone, idNumber: canary.idNumber },
      ...{ illness: canary.illness, address: canary.address, amount: "300", note: canary.story },
    },
    { who: resident.id },
  );
  const sharedRow = await writeRow(
    archive,
    visit,
    {
      ...{ happenedOn: "2024-04-06", who: canary.name, with: neighbour.name, withPhone: neighbour.phone },
      ...{ result: "已办", note: "了解夏季用水情况" },
    },
    { who: resident.id, with: other.id },
  );
  const typedRow = await writeRow(archive, visit, { happenedOn: "2024-05-07", who: canary.name, note: "补记一次" });
  return { ...archive, resident, other, household, aid, visit, aidRow, sharedRow, typedRow };
}
