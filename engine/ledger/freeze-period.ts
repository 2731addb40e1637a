// 固化: a period made into an item — drawn, counted, sealed, read back from the disk, and only then written down, all at once (P10).
import { createHash } from "node:crypto";
import { archivalDate } from "#contract/archival-date";
import type { Input, Output } from "#contract/contract";
import { plainAdjustment } from "#contract/form-adjustment";
import { formOptions } from "#contract/form";
import type { FondsId } from "#contract/fonds";
import type { Ledger, LedgerPeriod } from "#contract/ledger";
import { freezeId, type FreezeForm } from "#contract/ledger-freeze";
import { isPeriodOver, lastDayOf, sayPeriod } from "#contract/ledger-period";
import { Refusal } from "#contract/refusal";
import { getFonds } from "#db/fonds";
import { addFreeze, frozenRows, lastFreeze, listFreezes, nextFreezeNumber } from "#db/ledger-freeze";
import { putReadingCopy } from "#db/reading-copy";
import type { WriteDb } from "#db/open";
import { localDay } from "#engine/custody/local-day";
import type { Desk } from "#engine/desk";
import { matterRuleOf } from "#engine/filing-unit/matter-rule";
import { proveSheets } from "#engine/form/prove-sheets";
import { putOutForm } from "#engine/form/put-out-form";
import type { House } from "#engine/house";
import { makeItem } from "#engine/item/make-item";
import type { Job } from "#engine/job";
import { startTurns } from "#engine/paper/take-turn";
import { prepareScan, type PreparedScan } from "#engine/scan/prepare-scan";
import { noteScan } from "#engine/scan/write-scans";
import { sealedPath } from "#engine/vault/archive-folder";
import { refuseFullDisk } from "#engine/vault/ballast";
import { forgetFiles } from "#engine/vault/keep-file";
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";
import { openPart } from "#vault-format/open-file";
import { compareRows, isUnchanged } from "./compare-freeze.ts";
import { freezeSheet, titleOf } from "./freeze-form.ts";
import { freezeTable, readPeriod, type PeriodRows } from "./gather-freeze.ts";
import { readLedger } from "./read-ledger.ts";
import { digestRows } from "./row-digest.ts";

type Sealed = Extract<PreparedScan, { judgement: unknown }>;
type Frozen = { readonly form: FreezeForm; readonly pdf: Sealed; readonly xlsx: Sealed };
type Moment = { readonly number: number; readonly now: string; readonly fondsName: string };

const two = (part: number): string => String(part).padStart(2, "0");
function localMinute(at: string): string {
  const date = new Date(at);
  return `${localDay(at)} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Success is what the disk gives back: the sealed bytes are opened again and are those that were counted. */
async function readBack(archive: OpenArchive, { original }: Sealed, sha256: string): Promise<void> {
  const digest = createHash("sha256");
  for await (const piece of openPart(sealedPath(archive.folder, original.id), original.key, 0)) digest.update(piece);
  const actual = digest.digest("hex");
  if (actual !== sha256)
    throw new Refusal("conservation-broken", { expected: sha256.slice(0, 16), actual: actual.slice(0, 16) });
}

async function sealOne(
  house: House,
  archive: OpenArchive,
  made: { readonly name: string; readonly content: Buffer; readonly sha256: string; readonly now: string },
  job: Job,
): Promise<Sealed> {
  const { name, content, sha256, now } = made;
  const prepared = await prepareScan(house, archive, { path: name, bytes: content, madeAt: now }, job);
  if ("refused" in prepared) throw new Error(`what the program made is taken in: ${prepared.refused.code}`);
  try {
    await readBack(archive, prepared, sha256);
  } catch (error) {
    await forgetFiles(archive, prepared.files);
    throw error;
  }
  return prepared;
}

/** PDF and XLSX of one table, sealed; the PDF names the digests of the spreadsheet. */
async function sealTable(
  house: House,
  archive: OpenArchive,
  rows: PeriodRows,
  form: FreezeForm,
  { number, now, fondsName }: Moment,
  job: Job,
): Promise<Frozen> {
  const table = freezeTable(rows, form);
  const words = { fondsName, number, frozenAt: localMinute(now) };
  const say = `固化「${sayPeriod(rows.period)}」`;
  const turn = startTurns(
    6 * (table.lines.length + 2),
    (done, total) => job.progress(say, done, total, "row"),
    job.signal,
  );
  const hand = { adjustment: plainAdjustment, pictures: new Map(), options: formOptions.parse({}) };
  const order = { hand, to: null, mayReplace: false, madeOn: localDay(now), turn, confirm: () => undefined };
  const name = titleOf(rows, form);
  const ofSheet = freezeSheet(rows, table, form, words);
  const counted = proveSheets(ofSheet.form, [ofSheet.sheet]).rowCount;
  if (counted !== table.lines.length)
    throw new Refusal("conservation-broken", { expected: table.lines.length, actual: counted });
  const spread = await putOutForm({ ...order, form: ofSheet.form, sheets: [ofSheet.sheet], output: "xlsx" });
  const sm3 = createHash("sm3").update(spread.content).digest("hex");
  const ofPaper = freezeSheet(rows, table, form, { ...words, beside: { sha256: spread.sha256, sm3 } });
  const paper = await putOutForm({ ...order, form: ofPaper.form, sheets: [ofPaper.sheet], output: "pdf" });
  const xlsx = await sealOne(house, archive, { name: `${name}.xlsx`, ...spread, now }, job);
  try {
    return { form, xlsx, pdf: await sealOne(house, archive, { name: `${name}.pdf`, ...paper, now }, job) };
  } catch (error) {
    await forgetFiles(archive, xlsx.files);
    throw error;
  }
}

/** 门类 and year the frozen item belongs to. */
export const classOf = (
  ledger: Ledger,
  period: LedgerPeriod,
): { fondsId: FondsId; category: string; year: number } => ({
  ...{ fondsId: ledger.fondsId, category: "WS" },
  year: Number(period.slice(0, 4)),
});

/** The item of one table: term and class are the ledger's, so that it is ready for filing. */
function keepTable(db: WriteDb, house: House, desk: Desk, rows: PeriodRows, frozen: Frozen, moment: Moment): string {
  const { archive } = desk;
  const { ledger, period } = rows;
  const { form, pdf, xlsx } = frozen;
  const [paper, table] = [pdf, xlsx].map((each) => noteScan(db, house, archive, each));
  const { digital } = xlsx;
  if (!paper || !table || !digital) throw new Error("a spreadsheet is kept as the digital file it is");
  // The PDF is how the spreadsheet is read: nobody has to supply a copy.
  putReadingCopy(db, {
    ...{ digitalFileId: digital.id, fileId: pdf.original.id, format: "pdf", sourceName: `${titleOf(rows, form)}.pdf` },
    ...{ suppliedBy: archive.person.name, suppliedAt: moment.now },
  });
  const today = localDay(moment.now);
  const { output } = makeItem(
    db,
    {
      pageIds: [...paper.pageIds],
      fileIds: [digital.id],
      securityMark: "",
      fields: {
        ...classOf(ledger, period),
        ...{ title: titleOf(rows, form), creator: moment.fondsName, carrier: "digital" },
        // A year without 机构(问题) has no such class, whatever the ledger says.
        matterId: matterRuleOf(db, classOf(ledger, period)).mayHaveMatter ? ledger.matterId : null,
        documentNumber: "",
        documentDate: archivalDate.parse(isPeriodOver(period, today) ? lastDayOf(period) : today),
        ...(ledger.retention && { retention: ledger.retention }),
        ...(ledger.scheduleRowId && { scheduleRowId: ledger.scheduleRowId }),
        access: form === "plain" ? "internal" : "restricted",
        neutralTitle: form === "plain" ? "" : `${sayPeriod(period)}台账（限制件）`,
        affair: ledger.name,
      },
    },
    desk,
  );
  const id = freezeId.parse(house.makeId());
  addFreeze(
    db,
    {
      ...{ id, ledgerId: ledger.id, period, number: moment.number, form, itemId: output.item.id },
      ...{ rowCount: rows.records.length, lateCount: rows.lateCount, digest: digestRows(rows.digests) },
      ...{ frozenAt: moment.now, personId: archive.person.id },
    },
    rows.digests,
    [pdf, xlsx].map(({ original }, at) => ({
      name: `${titleOf(rows, form)}.${at === 0 ? "pdf" : "xlsx"}`,
      ...{ size: original.plainSize, sha256: original.plainSha256, sm3: original.plainSm3 },
    })),
  );
  return id;
}

/** Refuses as ledger.freeze declares; whatever is refused, and a crash at any point, leaves no item and no record. */
export async function freezePeriod(
  house: House,
  archive: OpenArchive,
  { ledgerId, period, isUnfinishedConfirmed }: Input<"ledger.freeze">,
  job: Job,
): Promise<Output<"ledger.freeze">> {
  const { clock, makeId, sayReadings } = house;
  const desk: Desk = { archive, clock, makeId, sayReadings };
  const { read } = archive.connection;
  const ledger = readLedger(read, ledgerId);
  const rows = readPeriod(read, desk, ledger, period);
  const name = sayPeriod(period);
  if (rows.records.length === 0) throw new Refusal("freeze-empty", { ledger: ledger.name, period: name });
  const now = clock.now();
  if (!isUnfinishedConfirmed && !isPeriodOver(period, localDay(now)))
    throw new Refusal("freeze-period-open", { period: name });
  const before = lastFreeze(read, ledgerId, period);
  const change = before ? compareRows(frozenRows(read, before.id), rows.digests) : null;
  if (change && isUnchanged(change)) throw new Refusal("freeze-unchanged");
  await refuseFullDisk(archive.folder);
  const fonds = getFonds(read, ledger.fondsId);
  const fondsName = fonds?.unit || fonds?.name || "";
  const moment: Moment = { number: nextFreezeNumber(read, ledgerId, period), now, fondsName };
  const frozen: Frozen[] = [];
  try {
    for (const form of ledger.keepsIdentified ? (["plain", "identified"] as const) : (["plain"] as const))
      frozen.push(await sealTable(house, archive, rows, form, moment, job));
    const ids = await writeStep(house, archive, "ledger.freeze", (db) => {
      // What was drawn must be what the ledger holds by now.
      const today = readPeriod(db, desk, readLedger(db, ledgerId), period);
      if (!isUnchanged(compareRows(rows.digests, today.digests))) throw new Refusal("freeze-rows-changed");
      const output = frozen.map((each) => keepTable(db, house, desk, rows, each, moment));
      return {
        output,
        objectId: output[0] ?? "",
        after: frozen.flatMap(({ pdf, xlsx }) => [pdf.original.plainSha256, xlsx.original.plainSha256]),
        keepsUndo: true,
        nouns: ["ledger-freeze", "item", "scan"],
      };
    });
    return { freezes: listFreezes(read, ledgerId, period).filter(({ id }) => ids.includes(id)), change };
  } catch (error) {
    await forgetFiles(
      archive,
      frozen.flatMap(({ pdf, xlsx }) => [...pdf.files, ...xlsx.files]),
    );
    throw error;
  }
}
