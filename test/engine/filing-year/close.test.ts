import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { contract } from "#contract/contract";
import type { Item, ItemId } from "#contract/item";
import { openDatabase } from "#db/open";
import { archivePaths } from "#engine/vault/archive-folder";
import { openSlot, readSlots } from "#engine/vault/key-slot";
import { freshArchive, testPassphrase, type TestArchive } from "#test/support/archive";
import { aPaper, filedOf } from "#test/support/paper-items";
import { fileYear } from "#test/support/sample";

let archive: TestArchive;
beforeEach(async () => {
  await archive?.remove();
  archive = await freshArchive();
});
afterAll(() => archive.remove());
const ask: TestArchive["engine"]["ask"] = (name, input) => archive.engine.ask(name, input);
const scope = () => ({ fondsId: archive.fondsId, year: 2024 });
const close = async () => {
  const { checkDigest } = await ask("filing-year.check", scope());
  return ask("filing-year.close", { ...scope(), checkDigest });
};
const someFiled = async (count: number): Promise<Item[]> => {
  for (let at = 1; at <= count; at++) await aPaper(archive, { title: `通知${at}`, date: `2024-03-0${at}` });
  await fileYear(archive);
  return filedOf(archive);
};
const readAgain = (id: ItemId): Promise<Item> => ask("item.read", { id });
/** Changes the file behind the program's back, as a stranger with the key could. */
async function tamper(sql: string): Promise<void> {
  await ask("archive.lock", {});
  const slot = (await readSlots(archive.folder)).slots[0]!;
  const connection = openDatabase(archivePaths(archive.folder).database, (await openSlot(slot, testPassphrase))!);
  connection.raw.exec(sql);
  connection.close();
  await ask("archive.unlock", { folder: archive.folder, passphrase: testPassphrase });
}

describe("closing a year", () => {
  it("is refused while it is empty, while something blocking is left, and for a check that was not seen", async () => {
    const { checkDigest } = await ask("filing-year.check", scope());
    await expect(ask("filing-year.close", { ...scope(), checkDigest })).rejects.toMatchObject({ code: "year-empty" });
    await someFiled(2);
    await expect(ask("filing-year.close", { ...scope(), checkDigest })).rejects.toMatchObject({
      code: "filing-preview-stale",
    });
    const left = await aPaper(archive, { title: "漏下" });
    await expect(close()).rejects.toMatchObject({ code: "year-not-ready", details: { count: 1 } });
    const bare = await aPaper(archive, { title: "", retention: null });
    await expect(close()).rejects.toMatchObject({ code: "year-not-ready", details: { count: 4 } });
    for (const { id, revision } of [left, bare]) await ask("item.dissolve", { id, revision });
    expect(await close()).toMatchObject({ itemCount: 2, pageSum: 4, closedBy: "王敏" });
    await expect(close()).rejects.toMatchObject({ code: "year-closed" });
    expect((await ask("filing-year.show", scope())).close.closed).toMatchObject({ itemCount: 2 });
  });

  it("is refused over a record that is not as it was filed", async () => {
    const [one] = await someFiled(2);
    await tamper(`UPDATE item SET title = '改过的题名' WHERE id = '${one!.id}'`);
    const { findings } = await ask("filing-year.check", scope());
    expect(findings).toContainEqual(
      expect.objectContaining({ code: "record-altered", itemId: one!.id, isBlocking: true }),
    );
    await expect(close()).rejects.toMatchObject({ code: "year-not-ready" });
    expect((await ask("filing-year.verify-hashes", {})).differing).toEqual([
      { itemId: one!.id, archivalCode: one!.archivalCode },
    ]);
    // Nor is a changed record sealed over by giving it another number.
    const late = await aPaper(archive);
    const { planDigest } = await ask("filing.preview-insert", { itemId: late.id, beforeId: one!.id });
    await expect(
      ask("filing.insert", { itemId: late.id, beforeId: one!.id, planDigest, reason: "补收" }),
    ).rejects.toMatchObject({ code: "record-altered", details: { code: one!.archivalCode } });
  });

  it("is refused to somebody who may not see all of it; she is not told that a closed year differs either", async () => {
    const party = (await ask("matter.list", {})).find((matter) => matter.isParty && matter.category === "WS")!;
    await aPaper(archive, { title: "居民公约" });
    await aPaper(archive, { title: "支部换届选举结果", matterId: party.id });
    await fileYear(archive);
    const right = "INSERT INTO person_right SELECT id, 'party', 'x', id FROM person LIMIT 1";
    await tamper("DELETE FROM person_right");
    await expect(close()).rejects.toMatchObject({ code: "party-right-missing" });
    await tamper(right);
    expect(await close()).toMatchObject({ itemCount: 2 });
    await tamper("DELETE FROM person_right");
    expect(await ask("filing-year.verify-hashes", {})).toEqual({ checkedCount: 1, differing: [], closedYears: [] });
    await tamper(right);
    expect(await ask("filing-year.verify-hashes", {})).toMatchObject({
      checkedCount: 2,
      closedYears: [{ isWhole: true }],
    });
  });

  it("leaves nothing to undo, neither the filing nor anything of its items", async () => {
    await someFiled(2);
    expect(await ask("undo.next", {})).toMatchObject({ action: "filing.commit" });
    await close();
    const next = await ask("undo.next", {});
    expect(next?.action).not.toBe("filing.commit");
    const { rows } = await ask("item.list", { filter: { state: "filed" } });
    await expect(ask("filing.unfile", { ...scope(), itemIds: rows.map((row) => row.id) })).rejects.toMatchObject({
      code: "year-closed",
    });
  });

  it("stops drafts that come later: they are filed in another year", async () => {
    await someFiled(1);
    await close();
    const late = await aPaper(archive, { title: "迟到" });
    const { problems, planDigest } = await ask("filing.preview", scope());
    expect(problems).toMatchObject([{ itemId: late.id, code: "year-closed" }]);
    await expect(ask("filing.commit", { ...scope(), planDigest })).rejects.toMatchObject({ code: "year-closed" });
    await expect(ask("filing.preview-insert", { itemId: late.id, beforeId: null })).rejects.toMatchObject({
      code: "year-closed",
    });
    await ask("item.describe", { id: late.id, revision: late.revision, fields: { year: 2025 } });
    expect(await fileYear(archive, 2025)).toBe(1);
  });
});

describe("a record of a closed year", () => {
  it("is changed by no write of the phone book", async () => {
    const [one, two] = await someFiled(3);
    await close();
    const before = await readAgain(one!.id);
    const tried: string[] = [];
    for (const [name, { kind, input }] of Object.entries(contract)) {
      if (kind !== "write" || name === "filing-year.correct" || name === "undo.apply") continue;
      for (const given of guesses(z.toJSONSchema(input, { unrepresentable: "any", io: "input" }), before, two!.id)) {
        const reply = await archive.engine.reply({ id: name, seat: "window", name, input: given });
        if (JSON.stringify(given).includes(before.id)) tried.push(name);
        expect(reply.ok || "refusal" in reply, name).toBe(true);
      }
    }
    // What holds where it lies and who has it is no part of the record.
    const { boxId: _, holding: __, revision: ___, ...after } = await readAgain(one!.id);
    const { boxId: ____, holding: _____, revision: ______, ...wanted } = before;
    expect(after).toEqual(wanted);
    expect(tried).toEqual(
      expect.arrayContaining([
        "item.describe",
        "item.arrange",
        "item.dissolve",
        "filing.unfile",
        "filing.withdraw",
        "filing.move",
        "filing.insert",
        "filing.reorder",
        "filing.set-ranks",
      ]),
    );
    expect(await ask("filing-year.verify-hashes", scope())).toMatchObject({
      checkedCount: 3,
      differing: [],
      closedYears: [{ isWhole: true }],
    });
  }, 20_000);

  it("is refused by name: described, arranged, dissolved, withdrawn, moved", async () => {
    const [one, two] = await someFiled(2);
    await close();
    const { id, revision } = await readAgain(one!.id);
    const way = { itemId: id, planDigest: "", reason: "试" };
    for (const attempt of [
      ask("item.describe", { id, revision, fields: { title: "改" } }),
      ask("item.arrange", { id, revision, parts: [] }),
      ask("item.dissolve", { id, revision }),
      ask("filing.withdraw", way),
      ask("filing.preview-withdraw", { itemId: id }),
      ask("filing.move", { ...way, beforeId: two!.id }),
      ask("filing.insert", { ...way, beforeId: null }),
      ask("deadline.postpone", { ...scope(), category: "WS", dueOn: "2026-01-01", reason: "晚" }),
    ])
      await expect(attempt).rejects.toMatchObject({ code: "year-closed" });
  });

  it("is corrected with a reason; both states, both digests and the person are kept", async () => {
    const [one] = await someFiled(2);
    const correct = { itemId: one!.id, revision: one!.revision, fields: { title: "更正后的题名" }, reason: "题名有误" };
    await expect(ask("filing-year.correct", correct)).rejects.toMatchObject({ code: "year-not-closed" });
    await close();
    await expect(ask("filing-year.correct", { ...correct, reason: " " })).rejects.toMatchObject({
      code: "reason-missing",
    });
    await expect(ask("filing-year.correct", { ...correct, fields: { title: one!.title } })).rejects.toMatchObject({
      code: "correction-empty",
    });
    await expect(ask("filing-year.correct", { ...correct, fields: { title: "" } })).rejects.toMatchObject({
      code: "filing-not-ready",
    });
    await expect(ask("filing-year.correct", { ...correct, revision: 99 })).rejects.toMatchObject({
      code: "item-changed-meanwhile",
    });
    const corrected = await ask("filing-year.correct", correct);
    expect(corrected).toMatchObject({ title: "更正后的题名", archivalCode: one!.archivalCode });
    const [kept] = await ask("filing-year.corrections", { itemId: one!.id });
    expect(kept).toMatchObject({
      reason: "题名有误",
      correctedBy: "王敏",
      fields: [{ name: "title", before: "通知1", after: "更正后的题名" }],
    });
    expect(kept!.hashBefore).not.toBe(kept!.hashAfter);
    expect(await ask("filing-year.verify-hashes", {})).toMatchObject({
      differing: [],
      closedYears: [{ isWhole: true }],
    });
    // A correction is not undone.
    const next = await ask("undo.next", {});
    expect(next?.action).not.toBe("filing-year.correct");
  });

  it("gets the next free number when its class changes; the number left is a documented gap and is never given again", async () => {
    const [one, two, three] = await someFiled(3);
    await close();
    const fix = async (item: Item, retention: "Y" | "D10") =>
      ask("filing-year.correct", {
        itemId: item.id,
        revision: (await readAgain(item.id)).revision,
        fields: { retention },
        reason: "期限定错",
      });
    expect((await fix(two!, "D10")).archivalCode).toBe("C001-WS·2024-D10-ZZ-0001");
    expect((await fix(three!, "D10")).archivalCode).toBe("C001-WS·2024-D10-ZZ-0002");
    expect(await ask("filing.former-codes", { itemId: two!.id })).toMatchObject([
      { archivalCode: "C001-WS·2024-Y-ZZ-0002", reason: "更正：期限定错" },
    ]);
    const { findings } = await ask("filing-year.check", scope());
    expect(findings.filter((each) => each.code === "number-gap")).toEqual([]);
    // Back again: neither 0002 nor 0003, both were given up on record.
    expect((await fix(three!, "Y")).archivalCode).toBe("C001-WS·2024-Y-ZZ-0004");
    expect((await readAgain(one!.id)).archivalCode).toBe("C001-WS·2024-Y-ZZ-0001");
    expect(await ask("filing-year.verify-hashes", {})).toMatchObject({
      differing: [],
      closedYears: [{ isWhole: true }],
    });
  });

  it("that names a resident is told nowhere but on its own page, neither by the check nor by its corrections", async () => {
    const secret = "张三低保审批表";
    const neutralTitle = "低保审批材料（户号0123）";
    await aPaper(archive, { title: secret, access: "restricted", neutralTitle });
    await fileYear(archive);
    const [item] = await filedOf(archive);
    const seen = await ask("filing-year.check", scope());
    expect(seen.findings.find((each) => each.itemId === item!.id)?.title).toBe(neutralTitle);
    await close();
    const fields = { title: "张三低保复核表" };
    await ask("filing-year.correct", { itemId: item!.id, revision: item!.revision, fields, reason: "题名有误" });
    const [kept] = await ask("filing-year.corrections", { itemId: item!.id });
    expect(kept?.fields).toEqual([{ name: "title", before: "●●●●", after: "●●●●" }]);
    const told = [seen, kept, await ask("filing-year.show", scope()), await ask("filing.preview", scope())];
    expect(JSON.stringify(told)).not.toContain("张三");
  });

  it("that vanished or was changed later is noticed against the digest of the close", async () => {
    const [one] = await someFiled(2);
    await close();
    await tamper(`UPDATE item SET record_hash = 'x' WHERE id = '${one!.id}'`);
    expect(await ask("filing-year.verify-hashes", scope())).toMatchObject({
      differing: [{ itemId: one!.id }],
      closedYears: [{ isWhole: false }],
    });
  });
});

type Shape = {
  type?: string;
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Shape[];
  minItems?: number;
};

/** Inputs of a schema that speak of one item, as far as their words can be guessed from names and types. */
function guesses(schema: unknown, item: Item, otherId: string): unknown[] {
  const words: Record<string, unknown> = {
    revision: item.revision,
    fondsId: item.fondsId,
    category: item.category,
    year: item.year,
    beforeId: null,
    title: "谁也不该写进去的题名",
    retention: "D10",
    documentDate: "2024-01-01",
    paperPageCount: 9,
  };
  const guess = (shape: Shape, name: string, isId: boolean): unknown => {
    if (isId && /^(?:ids?|\w*[iI]temIds?|items?)$/.test(name) && shape.type === "string") return item.id;
    if (name === "otherId" || name === "intoId") return otherId;
    if (name in words && shape.type !== "object" && shape.type !== "array") return words[name];
    if (shape.const !== undefined) return shape.const;
    if (shape.enum) return shape.enum[0];
    const [choice] = shape.anyOf ?? [];
    if (choice) return guess(choice, name, isId);
    if (shape.type === "array") return [guess(shape.items ?? {}, name.replace(/s$/, ""), isId)];
    if (shape.type === "object")
      return Object.fromEntries(
        Object.entries(shape.properties ?? {}).map(([key, each]) => [key, guess(each, key, isId)]),
      );
    if (shape.type === "integer" || shape.type === "number") return 1;
    if (shape.type === "boolean") return true;
    return isId && /id$/i.test(name) ? item.id : "2024-01-01";
  };
  return [guess(schema as Shape, "", true), guess(schema as Shape, "", false)];
}
