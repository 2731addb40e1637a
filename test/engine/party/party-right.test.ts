// 党务: somebody without the right asks everything there is to ask, and learns nothing of it.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archivalDate } from "#contract/archival-date";
import { contract } from "#contract/contract";
import type { Item } from "#contract/item";
import type { MatterId } from "#contract/fonds";
import { openDatabase } from "#db/open";
import { archivePaths } from "#engine/vault/archive-folder";
import { openSlot, readSlots } from "#engine/vault/key-slot";
import { freshArchive, testPassphrase, type TestArchive } from "#test/support/archive";
import { anItem, fileYear } from "#test/support/sample";

const mark = "支部换届选举";
let archive: TestArchive;
let partyMatter: MatterId;
let [draft, filed, plain]: (Item | undefined)[] = [];
const ask: TestArchive["engine"]["ask"] = (name, input) => archive.engine.ask(name, input);

/** Changes the store while nobody is at the desk, then sits down again. */
async function meanwhile(statements: string): Promise<void> {
  await ask("archive.lock", {});
  const slot = (await readSlots(archive.folder)).slots[0]!;
  const connection = openDatabase(archivePaths(archive.folder).database, (await openSlot(slot, testPassphrase))!);
  connection.raw.exec(statements);
  connection.close();
  await ask("archive.unlock", { folder: archive.folder, passphrase: testPassphrase });
}
const loseRight = () => meanwhile("DELETE FROM person_right");
const haveRight = () => meanwhile("INSERT OR IGNORE INTO person_right SELECT id, 'party', 'x', id FROM person LIMIT 1");

beforeAll(async () => {
  archive = await freshArchive();
  partyMatter = (await ask("matter.list", {})).find((matter) => matter.isParty)!.id;
  const about = { documentNumber: "幸党〔2024〕1号", creator: `中共幸福社区${mark}委员会`, matterId: partyMatter };
  filed = await anItem(archive, { ...about, title: `${mark}结果的报告` });
  plain = await anItem(archive, { title: "居民公约" });
  await fileYear(archive);
  filed = await ask("item.read", { id: filed.id });
  draft = await anItem(archive, { ...about, title: `${mark}请示`, documentDate: archivalDate.parse("2024-05-05") });
  await ask("cross-reference.add", { of: { itemId: plain.id }, to: { itemId: filed.id }, note: `见${mark}` });
});
afterAll(() => archive.remove());

/** One input that names the hidden things in every way; a procedure takes from it what it knows. */
const nosy = (item: Item): Record<string, unknown> => {
  const scope = { fondsId: archive.fondsId, category: "WS", year: 2024 };
  return {
    ...scope,
    scope,
    id: item.id,
    ids: [item.id, plain!.id],
    itemId: item.id,
    itemIds: [item.id],
    beforeId: null,
    of: { itemId: item.id },
    matterId: partyMatter,
    filter: { words: mark.slice(0, 2) },
    words: mark,
    beginning: "",
    field: "title",
    documentNumber: item.documentNumber,
    creator: item.creator,
    title: item.title,
    isReplyWithLetter: false,
    offset: 0,
    limit: 100,
    kind: "item",
    state: "draft",
  };
};
const reads = Object.entries(contract).filter(([, procedure]) => procedure.kind === "read");
const saysOf = async (name: string, input: unknown): Promise<string> =>
  JSON.stringify(await archive.engine.reply({ id: name, seat: "shell", name, input }));
const secrets = (): string[] => [mark, draft!.id, filed!.id, filed!.archivalCode, draft!.parts[0]!.pages[0]!.id];
async function tellers(): Promise<string[]> {
  const found = new Set<string>();
  for (const [name] of reads)
    for (const item of [draft!, filed!])
      for (const input of [
        nosy(item),
        { ...nosy(item), field: "creator", filter: {} },
        { ...nosy(item), id: item.parts[0]!.pages[0]!.id, variant: "image" },
      ]) {
        const says = await saysOf(name, input);
        // A refusal may repeat the hidden id it was asked for; it says nothing of what that is.
        if (says.includes('"ok":true') && secrets().some((secret) => says.includes(secret))) found.add(name);
      }
  return [...found].sort();
}

describe("somebody without the right to see 党务", () => {
  it("gets nothing of it out of any read, where somebody with the right gets it out of many", async () => {
    const told = await tellers();
    for (const name of [
      "item.list",
      "item.read",
      "item.suggest",
      "item.same-number",
      "search.find",
      "home.show",
      "filing.preview",
      "filing.units",
      "catalogue.show",
      "cross-reference.list",
    ])
      expect(told).toContain(name);
    await loseRight();
    // The journal names objects by id alone, for the chain to be whole; everything else is silent.
    expect((await tellers()).filter((name) => name !== "journal.list")).toEqual([]);
    expect(await saysOf("journal.list", {})).not.toContain(mark);
  });

  it("is told how many are not listed, and counts only what is", async () => {
    await haveRight();
    const all = await ask("item.list", {});
    expect(await ask("item.left-out", {})).toEqual({ partyCount: 0 });
    expect((await ask("home.show", {})).draftCount).toBe(1);
    await loseRight();
    const seen = await ask("item.list", {});
    expect([all.total, seen.total]).toEqual([3, 1]);
    expect(await ask("item.left-out", {})).toEqual({ partyCount: 2 });
    expect(await ask("item.left-out", { fondsId: archive.fondsId, category: "WS", year: 2023 })).toEqual({
      partyCount: 0,
    });
    expect((await ask("search.find", { words: mark })).total).toBe(0);
    expect((await ask("home.show", {})).draftCount).toBe(0);
    expect((await ask("package.preview", { fondsId: archive.fondsId, year: 2024 })).itemCount).toBe(1);
    expect((await ask("filing.preview", { fondsId: archive.fondsId, year: 2024 })).newCount).toBe(0);
  });

  it("sees no page of it, though knowing the page's name", async () => {
    const id = filed!.parts[0]!.pages[0]!.id;
    await haveRight();
    expect((await ask("page.open", { id, variant: "image" })).part).toBe(0);
    await loseRight();
    for (const variant of ["image", "thumbnail"] as const)
      await expect(ask("page.open", { id, variant })).rejects.toMatchObject({ code: "page-not-found" });
    await expect(ask("item.read", { id: filed!.id })).rejects.toMatchObject({ code: "item-not-found" });
  });

  it("changes nothing of it, moves nothing into it, and undoes nothing of it", async () => {
    await haveRight();
    const { item } = await ask("item.describe", {
      id: draft!.id,
      revision: draft!.revision,
      fields: { remark: "党务备注" },
    });
    await loseRight();
    const refused = { code: "party-right-missing" };
    await expect(
      ask("item.describe", { id: item.id, revision: item.revision, fields: { title: "x" } }),
    ).rejects.toMatchObject(refused);
    await expect(ask("item.dissolve", { id: item.id, revision: item.revision })).rejects.toMatchObject(refused);
    await expect(ask("scan.discard", { pageIds: [item.parts[0]!.pages[0]!.id] })).rejects.toMatchObject(refused);
    await expect(
      ask("cross-reference.add", { of: { itemId: plain!.id }, to: { itemId: item.id } }),
    ).rejects.toMatchObject(refused);
    await expect(
      ask("item.make", { pageIds: [], fields: { paperPageCount: 1, matterId: partyMatter } }),
    ).rejects.toMatchObject(refused);
    const { sequence } = (await ask("undo.next", {}))!;
    await expect(ask("undo.apply", { sequence })).rejects.toMatchObject(refused);
    await haveRight();
    expect(await ask("item.read", { id: item.id })).toEqual(item);
    draft = item;
  });

  it("is not carried into it by what was entered last", async () => {
    await loseRight();
    const { item } = await ask("item.make", { pageIds: [], fields: { paperPageCount: 1 } });
    expect(item.matterId).not.toBe(partyMatter);
  });

  it("still files what she sees, without a gap", async () => {
    await loseRight();
    const own = await anItem(archive, { title: "居民公约修订", documentDate: archivalDate.parse("2024-09-09") });
    const others = (await ask("item.list", { filter: { state: "draft" } })).rows.filter((row) => row.id !== own.id);
    for (const { id, revision } of others) await ask("item.dissolve", { id, revision });
    const scope = { fondsId: archive.fondsId, year: 2024 };
    const { planDigest } = await ask("filing.preview", scope);
    const { filedCount, units } = await ask("filing.commit", { ...scope, planDigest });
    expect([filedCount, units.map((unit) => unit.matter?.code)]).toEqual([1, ["ZZ"]]);
    expect((await ask("item.read", { id: own.id })).archivalCode).toBe("C001-WS·2024-Y-ZZ-0002");
    await haveRight();
    expect((await ask("item.read", { id: draft!.id })).state).toBe("draft");
  });
});

describe("the right to see 党务", () => {
  it("is the founder's, is given and withdrawn by a supervisor who has it, and both stand in the journal", async () => {
    await meanwhile(`INSERT OR IGNORE INTO person_right SELECT id, 'party', 'x', id FROM person LIMIT 1;
      INSERT INTO person (id, name, slot_id, created_at) VALUES ('p2', '李强', 's2', '2099-01-01');
      INSERT INTO person_role VALUES ('p2', 'clerk')`);
    const rightsOf = async (name: string) =>
      (await ask("person.list", {})).find((person) => person.name === name)?.rights;
    expect([await rightsOf("王敏"), await rightsOf("李强")]).toEqual([["party"], []]);
    const id = "p2" as never;
    expect((await ask("person.grant-party-right", { id })).rights).toEqual(["party"]);
    expect((await ask("person.grant-party-right", { id })).rights).toEqual(["party"]);
    expect((await ask("person.withdraw-party-right", { id })).rights).toEqual([]);
    const actions = (await ask("journal.list", {})).entries.map((entry) => entry.action);
    expect(actions.slice(0, 3)).toEqual([
      "person.withdraw-party-right",
      "person.grant-party-right",
      "person.grant-party-right",
    ]);
  });

  it("is not given by who lacks it, not withdrawn from oneself, not given to nobody", async () => {
    const self = (await ask("archive.session", {}))!.person.id;
    const nobody = "nobody" as never;
    await expect(ask("person.withdraw-party-right", { id: self })).rejects.toMatchObject({ code: "party-right-own" });
    await expect(ask("person.grant-party-right", { id: nobody })).rejects.toMatchObject({ code: "person-not-found" });
    await loseRight();
    for (const name of ["person.grant-party-right", "person.withdraw-party-right"] as const)
      await expect(ask(name, { id: self })).rejects.toMatchObject({ code: "party-right-missing" });
  });
});
