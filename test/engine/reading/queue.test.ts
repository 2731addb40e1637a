// 文字识别 in the background, with the real reader: order, pause, lock, a killed helper, and what is said of a page.
import { existsSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { testPassphrase } from "#test/support/archive";
import { doneIn, readerPids, readingArchive, until, type ReadingArchive } from "#test/support/reading-archive";

const sheet = (words: string) => [
  { text: words, y: 40, size: 22, isBold: true },
  { text: "各社区居民委员会", y: 70, left: 28 },
];
let archive: ReadingArchive;
beforeAll(async () => void (archive = await readingArchive()), 60_000);
afterAll(() => archive.remove());

it(
  "reads the page captured last first, and the pages of an opened item before all others",
  { timeout: 120_000 },
  async () => {
    await archive.engine.ask("reading.pause", {});
    const pages = await archive.takeIn([sheet("东区通知"), sheet("西区通知"), sheet("南区通知")]);
    expect(await archive.engine.ask("reading.state", {})).toMatchObject({ waiting: 3, read: 0, isPaused: true });
    const [first, second, third] = pages;
    if (!first || !second || !third) throw new Error("three pages came in");
    const waiting = await archive.engine.ask("reading.of-page", { pageId: first });
    expect(waiting).toMatchObject({ state: "waiting", lines: [], isOfShownImage: false });
    archive.events.length = 0;
    await archive.engine.ask("reading.resume", {});
    const state = await archive.allRead();
    expect(doneIn(archive.events)).toEqual([first, third, second]);
    expect(state).toMatchObject({ waiting: 0, read: 3, unreadable: 0, isPaused: false, obstacle: "" });
    expect(state.secondsPerPage).toBeGreaterThan(0);
    const read = await archive.engine.ask("reading.of-page", { pageId: second });
    expect(read.lines.map((line) => line.text)).toEqual(["西区通知", "各社区居民委员会"]);
    expect(read).toMatchObject({ state: "read", isOfShownImage: true });
    for (const line of read.lines) expect(line.confidences).toHaveLength([...line.text].length);
  },
);

it(
  "stays stopped over lock and unlock, leaves the page in hand within a second, and goes on where it was",
  { timeout: 120_000 },
  async () => {
    await archive.engine.ask("reading.pause", {});
    const [page] = await archive.takeIn([sheet("北区通知")]);
    if (!page) throw new Error("a page came in");
    await archive.engine.ask("archive.lock", {});
    const unlock = { folder: archive.folder, passphrase: testPassphrase };
    await archive.engine.ask("archive.unlock", unlock);
    expect(await archive.engine.ask("reading.state", {})).toMatchObject({ isPaused: true, waiting: 1 });
    await archive.engine.ask("reading.resume", {});
    await until(async () => ((await archive.engine.ask("reading.state", {})).isReading ? true : undefined));
    const began = performance.now();
    await archive.engine.ask("archive.lock", {});
    expect(performance.now() - began).toBeLessThan(1000);
    await archive.engine.ask("archive.unlock", unlock);
    await archive.allRead();
    expect((await archive.engine.ask("reading.of-page", { pageId: page })).lines[0]?.text).toBe("北区通知");
  },
);

it.runIf(existsSync("/proc/self/task"))(
  "tries a page three times when its helper is killed, says 未能识别, and reads it when asked again",
  { timeout: 180_000 },
  async () => {
    await archive.engine.ask("reading.pause", {});
    const [page] = await archive.takeIn(
      [
        Array.from({ length: 24 }, (_, at) => ({
          text: "为把材料收集齐全整理规范保管安全现就有关事项",
          y: 20 + at * 10,
          left: 20,
        })),
      ],
      { dpi: 200 },
    );
    if (!page) throw new Error("a page came in");
    await archive.engine.ask("reading.resume", {});
    let kills = 0;
    const unreadable = await until(async () => {
      const { isReading, waiting } = await archive.engine.ask("reading.state", {});
      const [pid] = isReading ? readerPids() : [];
      if (pid !== undefined) {
        process.kill(pid, "SIGKILL");
        kills += 1;
        // The next one is another process.
        await until(() => (readerPids().includes(pid) ? undefined : true));
      }
      return waiting === 0 ? true : undefined;
    });
    expect(unreadable).toBe(true);
    expect(kills).toBe(3);
    expect(await archive.engine.ask("reading.states", { pageIds: [page] })).toEqual([
      { pageId: page, state: "unreadable", characterCount: 0 },
    ]);
    expect(await archive.engine.ask("reading.again", { pageIds: [page] })).toEqual({ count: 1 });
    await archive.allRead();
    expect((await archive.engine.ask("reading.of-page", { pageId: page })).state).toBe("read");
  },
);
