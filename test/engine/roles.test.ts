// Every procedure and every role: who is not named is refused, before anything else happens (E7, F37).
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contract } from "#contract/contract";
import { roleNames, type Role } from "#contract/procedure";
import { openDatabase } from "#db/open";
import { archivePaths } from "#engine/vault/archive-folder";
import { openSlot, readSlots } from "#engine/vault/key-slot";
import { freshArchive, testPassphrase, type TestArchive } from "#test/support/archive";

let archive: TestArchive;
beforeAll(async () => void (archive = await freshArchive()));
afterAll(() => archive.remove());

/** Makes the archive's one person bear just this role, as a grant of roles would. */
async function become(role: Role): Promise<void> {
  await archive.engine.ask("archive.lock", {});
  const slot = (await readSlots(archive.folder)).slots[0]!;
  const connection = openDatabase(archivePaths(archive.folder).database, (await openSlot(slot, testPassphrase))!);
  connection.raw.exec("DELETE FROM person_role");
  connection.raw.prepare("INSERT INTO person_role SELECT id, ? FROM person").run(role);
  connection.close();
  await archive.engine.ask("archive.unlock", { folder: archive.folder, passphrase: testPassphrase });
}

describe.each(roleNames)("a person who is only %s", (role) => {
  beforeAll(() => become(role));

  it("is refused every procedure that does not name the role", async () => {
    for (const [name, { kind, roles }] of Object.entries(contract)) {
      if (kind === "door" || roles === "anyone" || (roles as readonly Role[]).includes(role)) continue;
      const input = validInputs[name] ?? {};
      const reply = await archive.engine.reply({ id: name, seat: "shell", name, input });
      expect(reply, name).toMatchObject({ ok: false, refusal: { code: "role-missing" } });
    }
  });

  it("is answered, or refused for another reason, where the role is named", async () => {
    for (const [name, { kind, roles }] of Object.entries(contract)) {
      if (kind !== "read" || roles === "anyone" || !(roles as readonly Role[]).includes(role)) continue;
      const reply = await archive.engine.reply({ id: name, seat: "shell", name, input: validInputs[name] ?? {} });
      expect(reply.ok || ("refusal" in reply && reply.refusal.code !== "role-missing"), name).toBe(true);
    }
  });
});

/** Input that passes each schema, so that the refusal can only come from the role. */
const nothing = "0".repeat(32);
const scope = { fondsId: nothing, year: 2024 };
const validInputs: Readonly<Record<string, unknown>> = {
  "archive.change-passphrase": { current: "x", next: "y" },
  "recovery.confirm": { groups: Array(8).fill("0") },
  "recovery.renew": { passphrase: "x" },
  "recovery.save-sheet": { groups: Array(8).fill("000000"), to: "/nowhere" },
  "recovery.preview-sheet": { groups: Array(8).fill("000000") },
  "person.rename": { id: nothing, name: "x" },
  "fonds.found": { code: "", name: "x", unit: "", codeStandard: "DA/T 22-2015" },
  "fonds.revise": { id: nothing, code: "", name: "x", unit: "", codeStandard: "DA/T 22-2015" },
  "matter.add": { fondsId: nothing, code: "AA", name: "x" },
  "scan.accept": { paths: ["/nowhere"] },
  "scan.discard": { pageIds: [nothing] },
  "page.open": { id: nothing, variant: "image" },
  "document.open": { id: nothing },
  "item.read": { id: nothing },
  "item.make": { pageIds: [] },
  "item.describe": { id: nothing, revision: 1, fields: {} },
  "item.arrange": { id: nothing, revision: 1, parts: [] },
  "item.dissolve": { id: nothing, revision: 1 },
  "person.grant-party-right": { id: nothing },
  "person.withdraw-party-right": { id: nothing },
  "item.propose-merge": { ids: [nothing, nothing], isReplyWithLetter: false },
  "item.merge": { id: nothing, revision: 1, others: [{ id: nothing, revision: 1 }], isReplyWithLetter: false },
  "item.split": { id: nothing, revision: 1, pieces: [{ parts: [] }, { parts: [] }] },
  "item.exclude": { id: nothing, revision: 1, reason: "x" },
  "item.readmit": { id: nothing, revision: 1 },
  "item.restore": {
    current: [],
    items: [
      {
        id: nothing,
        seq: 1,
        revision: 1,
        fields: {
          fondsId: nothing,
          category: "WS",
          title: "",
          creator: "",
          documentNumber: "",
          documentDate: "",
          year: null,
          retention: null,
          matterId: null,
          access: "open",
          neutralTitle: "",
          paperPageCount: 0,
          remark: "",
          carrier: "paper",
          affair: "",
          scheduleRowId: null,
          thicknessMm: null,
        },
        access: "open",
        securityLevel: "",
        enteredAt: "",
        state: "draft",
        excludedReason: "",
        rank: null,
        volumeId: null,
        parts: [],
        registerEntryIds: [],
      },
    ],
    references: [],
  },
  "cross-reference.list": { of: { itemId: nothing } },
  "cross-reference.add": { of: { itemId: nothing }, to: { volumeId: nothing } },
  "cross-reference.annotate": { id: nothing, note: "x" },
  "cross-reference.remove": { id: nothing },
  "sealed-packet.read": { itemId: nothing },
  "sealed-packet.seal": {
    itemId: nothing,
    revision: 1,
    labelNumber: "1",
    count: 1,
    sealedOn: "2024-01-01",
    sealers: ["甲", "乙"],
  },
  "sealed-packet.open": { itemId: nothing, openedOn: "2024-01-01", openers: ["甲", "乙"], reason: "x" },
  "sealed-packet.reseal": {
    itemId: nothing,
    labelNumber: "1",
    count: 1,
    sealedOn: "2024-01-01",
    sealers: ["甲", "乙"],
  },
  "sealed-packet.take-back": { itemId: nothing, revision: 1, carrier: "paper", access: "open", paperPageCount: 0 },
  "volume.read": { id: nothing },
  "volume.make": { fondsId: nothing, category: "KJ" },
  "volume.describe": { id: nothing, revision: 1, fields: {} },
  "volume.arrange": { id: nothing, revision: 1, itemIds: [] },
  "volume.dissolve": { id: nothing, revision: 1 },
  "volume.restore": {
    id: nothing,
    fondsId: nothing,
    category: "KJ",
    fields: {
      title: "",
      unit: "",
      beginDate: "",
      endDate: "",
      year: null,
      retention: null,
      matterId: null,
      scheduleRowId: null,
      securityLevel: "",
      voucherFrom: "",
      voucherTo: "",
      seeAlso: "",
      note: "",
      compiledBy: "",
      compiledOn: "",
      checkedBy: "",
      checkedOn: "",
    },
    revision: 1,
    enteredAt: "",
    items: [],
  },
  "volume.check": { id: nothing },
  "volume.preview-filing": { ...scope, category: "KJ" },
  "volume.file": { ...scope, category: "KJ", planDigest: "x" },
  "volume.preview-unfile": { id: nothing },
  "volume.unfile": { id: nothing, reason: "x", planDigest: "x" },
  "volume.former-codes": { id: nothing },
  "item.suggest": { field: "creator" },
  "item.same-number": { documentNumber: "x", creator: "y" },
  "filing.years": { fondsId: nothing },
  "filing.preview": scope,
  "filing.commit": { ...scope, planDigest: "x" },
  "filing.unfile": { ...scope, itemIds: [nothing] },
  "filing.reorder": { itemId: nothing, beforeId: null },
  "filing.set-ranks": { ranks: [{ itemId: nothing, rank: null }] },
  "filing.preview-insert": { itemId: nothing, beforeId: null },
  "filing.insert": { itemId: nothing, beforeId: null, planDigest: "x", reason: "x" },
  "filing.preview-withdraw": { itemId: nothing },
  "filing.withdraw": { itemId: nothing, planDigest: "x", reason: "x" },
  "filing.preview-move": { itemId: nothing, beforeId: null },
  "filing.move": { itemId: nothing, beforeId: null, planDigest: "x", reason: "x" },
  "filing.former-codes": { itemId: nothing },
  "collection.sources": { fondsId: nothing },
  "collection.add-source": { fondsId: nothing, kind: "party", name: "x" },
  "collection.revise-source": { id: nothing, kind: "party", name: "x", isUsed: true },
  "collection.list": scope,
  "collection.add": { sourceId: nothing, category: "WS", year: 2024, title: "x" },
  "collection.revise": { id: nothing, revision: 1, fields: {} },
  "collection.remove": { id: nothing, revision: 1 },
  "collection.judge": { ids: [nothing], state: "expected" },
  "collection.remind": { ids: [nothing] },
  "collection.restore": {
    lines: [
      { id: nothing, revision: 1, state: "expected", handedInOn: "", remindedOn: "", reminderCount: 0, reason: "" },
    ],
  },
  "collection.expect-again": { fondsId: nothing, fromYear: 2023, year: 2024 },
  "deadline.list": scope,
  "deadline.postpone": { ...scope, category: "WS", dueOn: "2025-07-31", reason: "x" },
  "deadline.withdraw": { ...scope, category: "WS", id: nothing },
  "filing-year.show": scope,
  "filing-year.board": scope,
  "filing-year.missing-series": scope,
  "filing-year.check": scope,
  "filing-year.close": { ...scope, checkDigest: "x" },
  "filing-year.correct": { itemId: nothing, revision: 1, fields: {}, reason: "x" },
  "filing-year.corrections": { itemId: nothing },
  "catalogue.show": { scope },
  "catalogue.write": { scope, form: "pdf", to: "/nowhere" },
  "catalogue.preview": { scope },
  "package.preview": scope,
  "package.write": { ...scope, into: "/nowhere" },
  "search.find": { words: "x" },
  "schedule.rows": { versionId: nothing },
  "schedule.read-row": { id: nothing },
  "schedule.judge": { rowId: nothing, as: "clerk", verdict: "confirm" },
  "schedule.take-back": { rowId: nothing, number: 1 },
  "schedule.add-row": {
    versionId: nothing,
    fields: {
      category: "WS",
      matterCode: "",
      subcategory: "",
      content: "x",
      retention: "Y",
      isMinimum: false,
      startRule: "not-counted",
      usage: "rule",
      source: "",
      sourceRow: "",
      note: "",
    },
  },
  "schedule.remove-row": { rowId: nothing },
  "schedule.draft": { name: "x" },
  "schedule.discard-draft": { versionId: nothing },
  "schedule.enact": { versionId: nothing, validFrom: "2024-01-01" },
  "schedule.suggest": { fondsId: nothing, title: "x" },
  "schedule.export": { versionId: nothing, to: "/nowhere" },
  "schedule.check-import": { path: "/nowhere" },
  "schedule.import": { path: "/nowhere" },
  "undo.apply": { sequence: 1 },
};
