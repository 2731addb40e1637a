// Further sheets of a paper whose marked sheet was recognised as a state secret (personal-data P15): named, and taken away
// by one act; nothing of them is kept, and no other paper of the pile is touched.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { PageId } from "#contract/scan";
import { bodyLines, type PrintedLine, printPaper } from "#test/fixtures/printed-paper";
import { readingArchive, type ReadingArchive } from "#test/support/reading-archive";

const patient = { timeout: 180_000 };
let archive: ReadingArchive;
beforeEach(async () => void (archive = await readingArchive()), 60_000);
afterEach(() => archive.remove());
const ask: ReadingArchive["engine"]["ask"] = (name, input) => archive.engine.ask(name, input);

const secret: PrintedLine[] = [
  { text: "机密★1年", y: 22, left: 28, size: 16, isSans: true },
  { text: "关于做好值班工作的通知", y: 60, size: 22, isBold: true },
  ...bodyLines("各社区要安排好节日值班，保证电话有人接听，遇到重要情况及时报告，不得迟报漏报。", 90),
];
const further = (what: string): PrintedLine[] => bodyLines(`${what}，请各单位认真落实并按时上报有关情况。`, 40);
const other: PrintedLine[] = [
  { text: "幸福社区居民委员会文件", y: 40, size: 26, isBold: true },
  { text: "幸社〔2024〕6号", y: 62, size: 14 },
  ...bodyLines("现将本季度环境卫生整治安排通知如下，请各楼栋长组织居民参加。", 100),
];
let count = 0;
/** One page after the other of one sitting. */
async function takePile(pileId: string, papers: readonly (readonly PrintedLine[])[]): Promise<PageId[]> {
  const ids: PageId[] = [];
  for (const lines of papers) {
    const { pages } = await ask("capture.keep", {
      ...{ bytes: new Uint8Array(await printPaper(lines, { dpi: 110 })), corners: null, isSpread: false },
      ...{ securityMark: "" },
      capture: {
        ...{ source: "camera", device: "试验高拍仪", pileId, profile: "" },
        capturedAt: `2024-03-05T08:00:0${count++ % 10}.000Z`,
      },
    });
    ids.push(pages[0]!.id);
  }
  return ids;
}
const rest = async (): Promise<unknown[]> =>
  (await ask("reading.secret-rest", {})).pages.map(({ pageId, place }) => [pageId, place]);
const tray = async (): Promise<PageId[]> => (await ask("scan.tray", {})).pages.map(({ id }) => id);
const sealedCount = (): number =>
  readdirSync(join(archive.folder, "files"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .length;

it("are named up to the next paper, and go together; the journal has the code alone", patient, async () => {
  await ask("reading.pause", {});
  const [before] = await takePile("p0", [further("别的一叠")]);
  const [, second, third, next] = await takePile("p1", [secret, further("第一"), further("第二"), other]);
  expect(await rest()).toEqual([]);
  await ask("reading.resume", {});
  await archive.allRead();
  // The paper behind begins with a number of its own; what is read of it says so.
  await ask("page-mark.look", {});
  expect(await tray()).toEqual([before, second, third, next]);
  expect(await rest()).toEqual([
    [second, 2],
    [third, 3],
  ]);
  await expect(ask("reading.drop-rest", { pageIds: ["none" as PageId] })).rejects.toMatchObject({
    code: "page-not-found",
  });
  const files = sealedCount();
  expect(await ask("reading.drop-rest", { pageIds: [second!, third!] })).toEqual({ count: 2 });
  expect(await tray()).toEqual([before, next]);
  expect(await rest()).toEqual([]);
  expect(sealedCount()).toBe(files - 2);
  const [entry] = (await ask("journal.list", { limit: 1 })).entries;
  expect(entry).toMatchObject({ action: "reading.drop-rest", reasonCode: "state-secret", objectId: "" });
  expect(await ask("undo.next", {})).toBeNull();
});

it(
  "that come in later are named too; a page made into an item is not taken, and the clerk can say that they are others",
  patient,
  async () => {
    await takePile("p2", [secret]);
    await archive.allRead();
    expect(await tray()).toEqual([]);
    const [late, later] = await takePile("p2", [further("第三"), further("第四")]);
    expect(await rest()).toEqual([
      [late, 1],
      [later, 2],
    ]);
    await ask("item.make", { pageIds: [later!] });
    expect(await rest()).toEqual([[late, 1]]);
    await expect(ask("reading.drop-rest", { pageIds: [late!, later!] })).rejects.toMatchObject({
      code: "page-not-found",
    });
    expect(await tray()).toEqual([late]);
    await ask("reading.keep-rest", {});
    expect(await rest()).toEqual([]);
    const [entry] = (await ask("journal.list", { limit: 1 })).entries;
    expect(entry).toMatchObject({ action: "reading.keep-rest" });
  },
);
