// Ten thousand rows: stopped they leave nothing, else they go in whole (package-and-trust I28; product N04).
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { tableFile } from "#test/support/read-table";

let archive: TestArchive;
beforeAll(async () => void (archive = await freshArchive()));
afterAll(() => archive.remove());

const head = "题名,责任者,文号,日期,页数,保管期限,年度";

describe("a large table (I28)", () => {
  const rows = Array.from(
    { length: 10_000 },
    (_, at) =>
      `关于第${at}次居民代表会议的通知,幸福社区居民委员会,幸社〔2023〕${at}号,2023.${1 + (at % 12)}.5,${1 + (at % 20)},${at % 2 ? "永久" : "30年"},2023`,
  );
  it("leaves nothing behind when stopped, then goes in whole", async () => {
    const path = await tableFile(archive, [head, ...rows].join("\r\n"), "csv");
    const before = (await archive.engine.ask("item.list", { limit: 1 })).total;
    const id = "stopped-import";
    const stopped = archive.engine.reply({
      id,
      seat: "window",
      name: "import.commit",
      input: { path, as: "catalogue" },
    });
    while (!archive.events.some((event) => event.kind === "progress" && event.taskId === id))
      await new Promise((go) => setTimeout(go, 5));
    await archive.engine.ask("task.cancel", { taskId: id });
    expect(await stopped).toMatchObject({ ok: false, refusal: { code: "task-cancelled" } });
    expect((await archive.engine.ask("item.list", { limit: 1 })).total).toBe(before);
    const began = performance.now();
    const read = await archive.engine.ask("import.dry-run", { path, as: "catalogue" });
    const readMs = performance.now() - began;
    expect(read).toMatchObject({ rowsUsable: 10_000, findings: [] });
    let isOver = false;
    let longestMs = 0;
    const waiting = (async () => {
      for (let last = performance.now(); !isOver; last = performance.now()) {
        await new Promise((go) => setTimeout(go, 5));
        await archive.engine.ask("undo.next", {});
        longestMs = Math.max(longestMs, performance.now() - last);
      }
    })();
    const made = await archive.engine.ask("import.commit", { path, as: "catalogue", planDigest: read.planDigest });
    const commitMs = performance.now() - began - readMs;
    isOver = true;
    await waiting;
    // The transaction is one and runs in one go: meanwhile nothing else is answered (ARCHITECTURE.md, Decisions).
    console.log(
      `10,000 rows: dry run ${Math.round(readMs)} ms, commit ${Math.round(commitMs)} ms, longest silence ${Math.round(longestMs)} ms`,
    );
    expect(longestMs).toBeLessThan(commitMs);
    expect(made.rowsMade).toBe(10_000);
    expect((await archive.engine.ask("item.list", { limit: 1 })).total).toBe(before + 10_000);
  });
});
