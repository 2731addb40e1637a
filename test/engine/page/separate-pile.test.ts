// A pile told apart and made into items, through the one door: what is proposed, what is made, what is refused, and back.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { create } from "qrcode";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Output } from "#contract/contract";
import type { PageId } from "#contract/scan";
import { composeSeparator, plainSeparator, type SeparatorWords } from "#contract/separator-sheet";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { somePages } from "#test/support/sample";

let archive: TestArchive;
beforeEach(async () => void (archive = await freshArchive()));
afterEach(() => archive.remove());
const ask: TestArchive["engine"]["ask"] = (name, input) => archive.engine.ask(name, input);

let drawn = 0;
/** A small scan that no other is like; `text` lines, or a sheet with a code, or nothing. */
async function scan(kind: "text" | "blank" | SeparatorWords): Promise<string> {
  const path = join(archive.around, `页${String(++drawn).padStart(3, "0")}.png`);
  const raw = { width: 827, height: 1169, channels: 3 as const };
  const background = Buffer.from([250 - (drawn % 5), 250 - (Math.floor(drawn / 5) % 9), 250]);
  const page = Buffer.alloc(raw.width * raw.height * 3, background);
  let marks: { input: Buffer; left: number; top: number }[] = [];
  if (kind === "text") {
    let state = drawn * 7919;
    const next = (most: number): number => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) % most;
    for (let block = 0; block < 60; block++) {
      const [left, top] = [80 + next(32) * 20, 120 + next(30) * 30];
      for (let row = top; row < top + 16; row++) {
        const at = (row * raw.width + left) * 3;
        page.fill(0x22, at, at + 14 * 3);
      }
    }
  } else if (kind !== "blank") {
    const { modules } = create(composeSeparator(kind), { errorCorrectionLevel: "H" });
    const pixels = Buffer.from(Array.from(modules.data, (dark) => (dark ? 0 : 255)));
    const square = { width: modules.size, height: modules.size, channels: 1 as const };
    const input = await sharp(pixels, { raw: square }).resize(420, 420, { kernel: "nearest" }).png().toBuffer();
    marks = [{ input, left: 200, top: 300 }];
  }
  await writeFile(path, await sharp(page, { raw }).composite(marks).withMetadata({ density: 100 }).png().toBuffer());
  return path;
}
const text = "text" as const;
const blank = "blank" as const;

async function pileOf(...kinds: Parameters<typeof scan>[0][]): Promise<PageId[]> {
  const paths: string[] = [];
  for (const kind of kinds) paths.push(await scan(kind));
  const { outcomes } = await ask("scan.accept", { paths });
  await ask("page-mark.look", {});
  return outcomes.flatMap(({ pageIds }) => pageIds);
}
const propose = (method: Output<"pile.propose">["method"] | null = null, every = 2) =>
  ask("pile.propose", { scope: { by: "tray" }, method, every });
/** The order a window gives when it takes a proposal as it is. */
function takeAll({ pages, runs }: Output<"pile.propose">) {
  const firsts = new Map(runs.map((run) => [run.firstPageId, run]));
  const order: {
    pageIds: PageId[];
    retention: (typeof runs)[number]["retention"];
    matterId: (typeof runs)[number]["matterId"];
  }[] = [];
  const aside: { pageId: PageId; why: "blank" | "separator" }[] = [];
  for (const { page, role } of pages) {
    const run = firsts.get(page.id);
    if (run) order.push({ pageIds: [], retention: run.retention, matterId: run.matterId });
    if (role === "page") order.at(-1)?.pageIds.push(page.id);
    else aside.push({ pageId: page.id, why: role });
  }
  return { runs: order, aside };
}
const trayIds = async (): Promise<PageId[]> => (await ask("scan.tray", {})).pages.map(({ id }) => id);

describe("what is refused", () => {
  it("an empty tray, and a plan whose pages moved meanwhile: nothing is made then", async () => {
    await expect(propose()).rejects.toMatchObject({ code: "pile-empty" });
    const ids = await pileOf(text, text, text);
    const plan = takeAll(await propose("count", 1));
    await ask("scan.discard", { pageIds: [ids[1]!] });
    await expect(ask("pile.make", plan)).rejects.toMatchObject({ code: "pile-stale" });
    const twice = { runs: [{ pageIds: [ids[0]!] }, { pageIds: [ids[0]!] }] };
    await expect(ask("pile.make", twice)).rejects.toMatchObject({ code: "pile-stale" });
    await ask("item.make", { pageIds: [ids[2]!] });
    await expect(ask("pile.make", { runs: [{ pageIds: [ids[0]!, ids[2]!] }] })).rejects.toMatchObject({
      code: "pile-stale",
    });
    expect((await ask("item.list", {})).total).toBe(1);
    expect(await trayIds()).toEqual([ids[0]]);
    const unknown = { runs: [{ pageIds: [ids[0]!], matterId: "none" as never }] };
    await expect(ask("pile.make", unknown)).rejects.toMatchObject({ code: "matter-not-found" });
    await expect(ask("pile.make", { runs: [{ pageIds: [ids[0]!], category: "XX" }] })).rejects.toMatchObject({
      code: "category-not-found",
    });
    expect((await ask("item.list", {})).total).toBe(1);
  });
});

describe("a pile with 隔页 and blank pages", () => {
  it("falls apart at them, takes over what they say, and comes back whole", async () => {
    const [matter] = (await ask("matter.list", {})).filter(({ category }) => category === "WS");
    const withClass: SeparatorWords = { fondsCode: "C001", category: "WS", retention: "D30", matterCode: matter!.code };
    const ids = await pileOf(
      plainSeparator,
      text,
      text,
      withClass,
      text,
      blank,
      withClass,
      plainSeparator,
      text,
      plainSeparator,
    );
    const before = await trayIds();
    const proposal = await propose();
    expect(proposal).toMatchObject({ method: "separator", unlookedCount: 0 });
    expect(proposal.pages.map(({ role }) => role)).toEqual([
      "separator",
      "page",
      "page",
      "separator",
      "page",
      "blank",
      "separator",
      "separator",
      "page",
      "separator",
    ]);
    expect(proposal.runs.map(({ firstPageId, retention, matterId }) => [firstPageId, retention, matterId])).toEqual([
      [ids[1], null, null],
      [ids[4], "D30", matter!.id],
      // Two 隔页 in a row: the last one counts.
      [ids[8], null, null],
    ]);
    const made = await ask("pile.make", takeAll(proposal));
    expect(made.items.map(({ imageCount }) => imageCount)).toEqual([2, 1, 1]);
    expect(made.asideCount).toBe(6);
    expect(await trayIds()).toEqual([]);
    const second = await ask("item.read", { id: made.items[1]!.id });
    expect(second).toMatchObject({ retention: "D30", matterId: matter!.id, category: "WS" });
    const { total } = await ask("page.aside", {});
    expect(total).toBe(6);
    // One way back for all of it.
    const { sequence } = (await ask("undo.next", {}))!;
    await ask("undo.apply", { sequence });
    expect(await trayIds()).toEqual(before);
    expect((await ask("item.list", {})).total).toBe(0);
  });

  it("is not taken back over an item somebody has worked on", async () => {
    await pileOf(plainSeparator, text, plainSeparator, text);
    const { items } = await ask("pile.make", takeAll(await propose()));
    await ask("item.describe", {
      id: items[0]!.id,
      revision: (await ask("item.read", { id: items[0]!.id })).revision,
      fields: { title: "通知" },
    });
    for (let way = await ask("undo.next", {}); way; way = await ask("undo.next", {})) {
      const failed = await ask("undo.apply", { sequence: way.sequence }).then(
        () => false,
        () => true,
      );
      if (failed) break;
    }
    expect((await ask("item.list", {})).total).toBe(2);
  });
});

describe("odd piles", () => {
  it("one page, only blank pages, blank sheets between, so many pages each", async () => {
    const [only] = await pileOf(text);
    expect((await propose()).runs).toMatchObject([{ firstPageId: only, reason: "start" }]);
    await ask("scan.discard", { pageIds: [only!] });

    const blanks = await pileOf(blank, blank);
    expect(await propose()).toMatchObject({ runs: [], pages: [{ role: "blank" }, { role: "blank" }] });
    // 没问题: a page that was looked at and is to stay is no blank page any more.
    await ask("page-mark.settle", { pageIds: [blanks[0]!], mark: "blank", isSettled: true });
    expect((await propose()).pages.map(({ role }) => role)).toEqual(["page", "blank"]);
    await ask("scan.discard", { pageIds: blanks });

    const ids = await pileOf(text, text, blank, text, blank, blank, text);
    expect((await propose("blank")).runs.map((run) => run.firstPageId)).toEqual([ids[0], ids[3], ids[6]]);
    expect((await propose("count", 3)).runs.map((run) => run.firstPageId)).toEqual([ids[0], ids[6]]);
    expect((await propose("count", 1)).runs).toHaveLength(4);
  });
});

describe("marks of the tray", () => {
  it("are listed, settled with a way back, filtered; a page taken out takes its marks along", async () => {
    const ids = await pileOf(text, blank, text);
    const again = await pileOf(blank);
    const shown = await ask("page-mark.tray", {});
    const of = (id: PageId) =>
      shown.marked
        .find(({ pageId }) => pageId === id)
        ?.marks.map(({ mark }) => mark)
        .sort();
    // 100 dpi.
    expect(of(ids[0]!)).toEqual(["low-resolution"]);
    expect(of(ids[1]!)).toContain("blank");
    expect(shown).toMatchObject({ unlookedCount: 0, markedCount: 4 });
    expect((await ask("page-mark.pages", { mark: "blank" })).pages.map(({ id }) => id)).toEqual([ids[1], ...again]);
    await ask("page-mark.settle", { pageIds: ids, mark: "low-resolution", isSettled: true });
    expect((await ask("page-mark.pages", {})).total).toBe(2);
    const { sequence } = (await ask("undo.next", {}))!;
    await ask("undo.apply", { sequence });
    expect((await ask("page-mark.pages", {})).total).toBe(4);
    await expect(
      ask("page-mark.settle", { pageIds: ["none" as PageId], mark: "blur", isSettled: true }),
    ).rejects.toMatchObject({ code: "page-not-found" });
    await ask("page.set-aside", { pageIds: [ids[1]!], reason: "blank" });
    expect((await ask("page-mark.pages", { mark: "blank" })).total).toBe(1);
    // Looked at once: nothing waits, and a second look finds nothing to do.
    expect(await ask("page-mark.look", {})).toEqual({ lookedCount: 0, leftCount: 0 });
  });

  it("says which page is the same as an earlier one of the pile", async () => {
    const path = await scan(text);
    const other = join(archive.around, "again.jpg");
    await writeFile(
      other,
      await sharp(path)
        .rotate(0.8, { background: "#eee" })
        .withMetadata({ density: 100 })
        .jpeg({ quality: 70 })
        .toBuffer(),
    );
    const { outcomes } = await ask("scan.accept", { paths: [path, await scan(text), other] });
    await ask("page-mark.look", {});
    const ids = outcomes.flatMap(({ pageIds }) => pageIds);
    const { marked } = await ask("page-mark.tray", {});
    const same = marked.flatMap(({ pageId, marks }) =>
      marks.filter(({ mark }) => mark === "same-page").map(({ value }) => [pageId, value]),
    );
    expect(same).toEqual([[ids[2], ids[0]]]);
  });

  it("stops when asked and goes on where it was", async () => {
    await somePages(archive, 12);
    const look = archive.engine.reply({ id: "look", seat: "window", name: "page-mark.look", input: {} });
    await ask("task.cancel", { taskId: "look" });
    const answer = await look;
    if (!answer.ok && "refusal" in answer) expect(answer.refusal.code).toBe("task-cancelled");
    await ask("page-mark.look", {});
    expect((await ask("page-mark.tray", {})).unlookedCount).toBe(0);
  });
});

it("says where an item is made or described that its images are not as many as its pages (E09)", async () => {
  const pageIds = await pileOf(text, text);
  const { item, warnings } = await ask("item.make", { pageIds, fields: { paperPageCount: 3 } });
  expect(warnings.map(({ code }) => code)).toEqual(["pages-differ"]);
  const again = await ask("item.describe", { id: item.id, revision: item.revision, fields: { paperPageCount: 2 } });
  expect(again.warnings).toEqual([]);
});
