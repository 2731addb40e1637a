// Who may not see 党务 prints a list that says how much is not on it, and nothing of what that is.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archivalDate } from "#contract/archival-date";
import { formId } from "#contract/form-adjustment";
import type { FormScope } from "#contract/form-scope";
import { openDatabase } from "#db/open";
import { gatherForm } from "#engine/form/gather-form";
import { findForm } from "#engine/form/list-forms";
import { withoutParty } from "#db/hide-party";
import { archivePaths } from "#engine/vault/archive-folder";
import { openSlot, readSlots } from "#engine/vault/key-slot";
import { freshArchive, testPassphrase, type TestArchive } from "#test/support/archive";
import { anItem, fileYear } from "#test/support/sample";
import { stillDesk } from "./print-form.ts";

const mark = "支部换届选举";
let archive: TestArchive;
let compilation: string;
const ask: TestArchive["engine"]["ask"] = (...given) => archive.engine.ask(...given);

beforeAll(async () => {
  archive = await freshArchive();
  const matterId = (await ask("matter.list", {})).find((matter) => matter.isParty)!.id;
  const { id } = await anItem(archive, { title: `${mark}结果的报告`, documentNumber: "", matterId });
  await anItem(archive, { title: "居民公约", documentNumber: "" });
  await fileYear(archive);
  const entry = {
    ...({ fondsId: archive.fondsId, kind: "incoming" } as const),
    ...{ correspondent: "街道", creator: "", documentNumber: "" },
    ...{ happenedOn: archivalDate.parse("2024-03-08"), documentDate: archivalDate.parse("2024-03-05") },
    ...({ access: "internal" } as const),
    ...{ copies: 1, pageCount: 3, neutralTitle: "", remark: "", retention: null },
    ...{ scheduleRowId: null, handler: "", dueOn: "" },
  } as const;
  await ask("register.add", { fields: { ...entry, title: `${mark}的通知`, matterId }, securityMark: "" });
  await ask("register.add", { fields: { ...entry, title: "防汛通知", matterId: null }, securityMark: "" });
  const made = await ask("compilation.make", {
    ...{ fondsId: archive.fondsId, kind: "chronicle", title: "大事记", compiledBy: "" },
    ...{ fromDate: archivalDate.parse("2024"), toDate: archivalDate.parse("2024") },
  });
  compilation = made.id;
  await ask("compilation.add-entries", {
    id: made.id,
    entries: [
      {
        happenedOn: archivalDate.parse("2024"),
        heading: "",
        words: "换届。",
        citations: [{ itemId: id, pageNote: "" }],
      },
    ],
  });
}, 30_000);
afterAll(() => archive.remove());

/** What a form says to somebody without the right. */
async function sheetsWithoutRight(name: string, scope: FormScope) {
  const path = archivePaths(archive.folder).database;
  const key = (await openSlot((await readSlots(archive.folder)).slots[0]!, testPassphrase))!;
  const connection = withoutParty(openDatabase(path, key, { isReadonly: true }), path, key);
  try {
    return gatherForm(findForm(formId.parse(name), ["clerk"]), connection.read, scope, stillDesk);
  } finally {
    connection.close();
  }
}

describe("a list printed without the right to see 党务", () => {
  it("says how many numbers of the register are not on it", async () => {
    const [sheet] = await sheetsWithoutRight("register-incoming", { by: "year", fondsId: archive.fondsId, year: 2024 });
    expect(sheet?.rows.map(([number]) => number)).toEqual(["2"]);
    expect(sheet?.fields["head"]).toContain("未列出：1 号");
    expect(JSON.stringify(sheet)).not.toContain(mark);
  });

  it("says how many items the yearly report leaves out", async () => {
    const [sheet] = await sheetsWithoutRight("yearly-report", { by: "year", fondsId: archive.fondsId, year: 2024 });
    expect(sheet?.rows[0]?.slice(3)).toEqual(["1", "0", "1", ""]);
    expect(sheet?.fields["notice"]).toBe("有 1 件因打印人无权查看而没有计入。");
  });

  it("never calls an entry without 出处 whose 出处 is only hidden", async () => {
    const [sheet] = await sheetsWithoutRight("compilation-chronicle", { by: "record", recordId: compilation });
    expect(sheet?.rows.map((cells) => cells[3])).toEqual(["（出处未列出）"]);
  });
});
