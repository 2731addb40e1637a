// Printing on a queue that writes PDF (CUPS-PDF): what comes out of the printer is measured.
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { formId } from "#contract/form-adjustment";
import type { ShellOutput } from "#contract/shell";
import type { Reply } from "#contract/wire";
import { type Desk, newHome, openDesk, removeHome } from "./launch.ts";
import { measureRuler } from "./measure-ruler.ts";
import { startArchive } from "./start-archive.ts";

const queue = process.env["LINDANG_PRINT_QUEUE"] ?? "";
const folder = process.env["LINDANG_PRINT_FOLDER"] ?? "";
const year = 2023;
const testCount = 3;
if (!queue && process.env["TEST_WORKER_INDEX"] === undefined)
  process.stdout.write(`skipped: print (${testCount} tests)\n`);

test.describe.configure({ mode: "serial" });
test.skip(!queue, "there is no queue to print on");

let desk: Desk;
let documentId: string;
let pageCount: number;
test.beforeAll(async () => {
  desk = await openDesk(newHome(), [], { CUPS_SERVER: process.env["CUPS_SERVER"] });
  await startArchive(desk);
  const [fonds] = await desk.ask("fonds.list", {});
  if (!fonds) throw new Error("a new archive has its first fonds");
  const matter = await desk.ask("matter.add", { fondsId: fonds.id, code: "ZHZ", name: "综合治理" });
  const shared = {
    fondsId: fonds.id,
    matterId: matter.id,
    year,
    retention: "D30",
    paperPageCount: 3,
    creator: "梧桐社区居民委员会",
  };
  const long = "关于开展梧桐社区老旧小区改造意愿征集、楼道清理和消防通道整治工作情况以及下一阶段工作安排的".repeat(3);
  for (let number = 1; number <= 60; number += 1)
    await desk.ask("item.make", {
      pageIds: [],
      fields: {
        ...shared,
        title: `${long}报告之${number}`,
        documentNumber: `梧社报〔${year}〕${number}号`,
        documentDate: "2023-05-06",
      } as never,
      securityMark: "",
    });
  const plan = await desk.ask("filing.preview", { fondsId: fonds.id, year });
  await desk.ask("filing.commit", { fondsId: fonds.id, year, planDigest: plan.planDigest });
  ({ documentId, pageCount } = await desk.ask("form.preview", {
    formId: formId.parse("item-catalogue"),
    scope: { by: "class", fondsId: fonds.id, year, category: "WS" },
  }));
});
test.afterAll(async () => {
  await desk.close();
  removeHome(desk.home);
});

const shell = (name: string, input: unknown): Promise<Reply> =>
  desk.page.evaluate(
    ([asked, given]) =>
      (globalThis as unknown as { shellWire: { ask(name: string, input: unknown): Promise<Reply> } }).shellWire.ask(
        asked,
        given,
      ),
    [name, input] as const,
  );
const journalHead = async (): Promise<unknown> => await desk.ask("journal.verify", {});

test("a printer that does not exist and a print that is cancelled change nothing", async () => {
  const before = await journalHead();
  expect(await shell("shell.print", { documentId, printer: "no-such-printer", landscape: true })).toEqual({
    ok: false,
    refusal: { code: "print-failed", details: { reason: "没有找到打印机" } },
  });
  expect(await shell("shell.print", { documentId: "0".repeat(32), printer: queue, landscape: true })).toMatchObject({
    ok: false,
    refusal: { code: "print-failed" },
  });
  await desk.app.evaluate(({ app }) => {
    app.once("web-contents-created", (_event, contents) => {
      contents.print = (_options, answer) => {
        const { sandbox, contextIsolation, nodeIntegration, preload } = (
          contents as unknown as { getLastWebPreferences(): Electron.WebPreferences }
        ).getLastWebPreferences();
        Object.assign(globalThis, { sheet: { sandbox, contextIsolation, nodeIntegration, preload: preload ?? "" } });
        answer?.(false, "Print job canceled");
      };
    });
  });
  expect(await shell("shell.print", { documentId, printer: queue, landscape: true, lastPage: 1 })).toEqual({
    ok: false,
    refusal: { code: "print-cancelled", details: {} },
  });
  expect(await journalHead()).toEqual(before);
  // The sheet that is printed is a walled page too, without any wire.
  const sheet = await desk.app.evaluate(() => (globalThis as unknown as { sheet: unknown }).sheet);
  expect(sheet).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, preload: "" });
});

test("the queue is among the printers", async () => {
  const reply = await shell("shell.printers", {});
  const { printers } = (reply as { value: ShellOutput<"shell.printers"> }).value;
  expect(printers.map(({ name }) => name)).toContain(queue);
});

test("a catalogue of more than eight pages comes out in two jobs, at its true size to 0.3 mm", async () => {
  test.setTimeout(240_000);
  expect(pageCount).toBeGreaterThanOrEqual(9);
  // One page beyond the first job is enough to see the second; the printer draws slowly.
  const reply = await shell("shell.print", { documentId, printer: queue, landscape: true, lastPage: 9 });
  expect(reply).toEqual({ ok: true, value: { printedPages: 9, jobs: 2 } });
  const printed = (): string[] => {
    try {
      return readdirSync(folder)
        .filter((name) => name.endsWith(".pdf"))
        .sort()
        .map((name) => join(folder, name));
    } catch {
      return [];
    }
  };
  const pagesOf = (pdf: string): number => {
    try {
      return Number(
        /^Pages:\s+(\d+)/m.exec(execFileSync("pdfinfo", [pdf], { encoding: "utf8", stdio: "pipe" }))?.[1] ?? 0,
      );
    } catch {
      return 0;
    }
  };
  await expect.poll(() => printed().map(pagesOf), { timeout: 200_000, intervals: [1000] }).toEqual([8, 1]);
  const [first = "", second = ""] = printed();
  for (const [pdf, page] of [
    [first, 2],
    [first, 8],
    [second, 1],
  ] as const) {
    const length = measureRuler(pdf, page);
    expect(Math.abs(length - 100), `${length.toFixed(2)} mm on page ${page}`).toBeLessThanOrEqual(0.3);
  }
});
