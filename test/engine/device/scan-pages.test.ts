// 扫描 by SANE's own test device: real scanimage, real pages, every way it can end.
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Asked, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { sayRefusal } from "#contract/refusal-text";
import { saneIsMissing, setTestDevice } from "#test/support/sane-test-device";
import { freshArchive, type TestArchive } from "#test/support/archive";

type Asking = Asked<"device.scan">;
const around = mkdtempSync(join(tmpdir(), "ld-sane-"));
const config = join(around, "sane");
let archive: TestArchive;
let pile = 0;

beforeAll(async () => {
  if (saneIsMissing === "")
    archive = await freshArchive({
      scanners: { saneConfigFolder: setTestDevice(config), loopbackPorts: [], closingGraceMs: 500 },
    });
});
afterAll(async () => {
  await archive?.remove();
  rmSync(around, { recursive: true, force: true });
});

function asking(change: Partial<Asking["settings"]> = {}, more: Partial<Asking> = {}): Asking {
  return {
    deviceId: "sane:test:0",
    settings: { colourMode: "colour", dpi: 75, paper: "A4", feed: "feeder", ...change },
    profile: "",
    pileId: `pile${++pile}0000000`,
    ...more,
  };
}
const scan = (change?: Partial<Asking["settings"]>, more?: Partial<Asking>): Promise<Output<"device.scan">> =>
  archive.engine.ask("device.scan", asking(change, more));
const refused = async (work: Promise<unknown>): Promise<Refusal> => {
  const error = await work.then(
    () => new Error("was not refused"),
    (thrown: unknown) => thrown,
  );
  if (error instanceof Refusal) return error;
  throw error;
};
const tray = async (): Promise<Output<"scan.tray">> => archive.engine.ask("scan.tray", { limit: 500 });
const leftBehind = (): string[] =>
  ["/dev/shm", process.env["XDG_RUNTIME_DIR"] ?? "", tmpdir()]
    .filter((place) => place !== "" && existsSync(place))
    .flatMap((place) => readdirSync(place))
    .filter((name) => name.startsWith("lindang-scan-") && name.includes(`-${process.pid}-`));

// SANE's test driver forks its reader; about one failing read in ten waits for it for ever. Each of these is asked, and answered.
describe.skipIf(saneIsMissing !== "")("a scanner that says no", () => {
  it.each([
    ["SANE_STATUS_DEVICE_BUSY", "scanner-busy"],
    ["SANE_STATUS_JAMMED", "scanner-jam"],
    ["SANE_STATUS_NO_DOCS", "scanner-feeder-empty"],
    ["SANE_STATUS_COVER_OPEN", "scanner-cover-open"],
    ["SANE_STATUS_IO_ERROR", "scanner-io"],
    ["SANE_STATUS_NO_MEM", "scanner-io"],
    ["SANE_STATUS_ACCESS_DENIED", "scanner-denied"],
    ["SANE_STATUS_INVAL", "scanner-settings"],
    ["SANE_STATUS_CANCELLED", "task-cancelled"],
  ])("with %s is named %s, from the feeder and from the glass, and nothing is kept", async (status, code) => {
    setTestDevice(config, { status });
    const before = (await tray()).total;
    expect((await refused(scan())).code).toBe(code);
    expect((await refused(scan({ feed: "flatbed" }))).code).toBe(code);
    expect((await tray()).total).toBe(before);
    expect(leftBehind()).toEqual([]);
  });

  it("because it is gone, because there is none, because it has no such feed", async () => {
    setTestDevice(config);
    expect((await refused(scan({}, { deviceId: "sane:test:7" }))).code).toBe("scanner-not-found");
    expect((await refused(scan({}, { deviceId: "twain:1" }))).code).toBe("scanner-not-found");
    // A name nobody listed is not opened: libsane would load the driver of the network for it.
    for (const elsewhere of ["net:192.0.2.1:test:0", "escl:http://192.0.2.1:80", "pixma:bjnp://192.0.2.1"])
      expect((await refused(scan({}, { deviceId: `sane:${elsewhere}` }))).code).toBe("scanner-not-found");
    expect((await refused(scan({ feed: "duplex" }))).code).toBe("scanner-settings");
  });

  it("to a secret paper is not even asked", async () => {
    setTestDevice(config);
    expect((await refused(scan({}, { securityMark: "机密★10年" }))).code).toBe("state-secret");
  });

  it("says the place in the pile", async () => {
    setTestDevice(config, { status: "SANE_STATUS_JAMMED" });
    const { code, details } = await refused(scan({}, { pagesBefore: 6 }));
    expect(sayRefusal(code, details)).toMatch(/^第 7 页卡纸，没有收入，前 6 页已保存。/);
  });
});

describe.skipIf(saneIsMissing !== "")("a scanner that is not there", () => {
  it("because no scanner program is installed is told as that, and the archive works on", async () => {
    const bare = await freshArchive({ scanners: { program: join(around, "none"), loopbackPorts: [] } });
    const { devices, notes } = await bare.engine.ask("device.list", {});
    expect(devices).toEqual([]);
    expect(notes.map(({ code }) => code)).toEqual(["scanner-program-missing"]);
    expect((await refused(bare.engine.ask("device.scan", asking()))).code).toBe("scanner-program-missing");
    await bare.remove();
  });
});

describe.skipIf(saneIsMissing !== "")("a scanner", () => {
  it("is listed with what it can do", async () => {
    setTestDevice(config, { count: 2 });
    const { devices, notes } = await archive.engine.ask("device.list", {});
    expect(notes).toEqual([]);
    expect(devices.map(({ id }) => id)).toEqual(["sane:test:0", "sane:test:1"]);
    expect(devices[0]).toMatchObject({
      name: "Noname frontend-tester",
      state: "ready",
      feeds: ["flatbed", "feeder"],
      colourModes: ["bitonal", "grey", "colour"],
      resolutions: [75, 100, 150, 200, 300, 400, 600],
    });
  });

  it.each([
    ["colour", 200, "image/jpeg"],
    ["colour", 600, "image/png"],
    ["grey", 300, "image/jpeg"],
    ["bitonal", 300, "image/png"],
  ] as const)(
    "gives one page from the glass, %s at %i dpi as %s, true to its size",
    async (colourMode, dpi, mediaType) => {
      setTestDevice(config, { size: 40 });
      const answer = await scan({ feed: "flatbed", colourMode, dpi });
      expect(answer).toMatchObject({ pageCount: 1, rejectedCount: 0, ending: "finished", code: "" });
      const page = (await tray()).pages.at(-1);
      expect(page).toMatchObject({ mediaType, dpi });
      // Forty millimetres; the test picture of its grey modes holds no colour.
      expect(page?.width).toBeCloseTo((40 / 25.4) * dpi, -1);
      expect(page?.colourMode).toBe(colourMode);
    },
  );

  it("empties the feeder page by page, each with a name of its own though all look alike", async () => {
    setTestDevice(config, { picture: "Solid white" });
    const before = (await tray()).total;
    const answer = await scan({ colourMode: "bitonal" });
    expect(answer).toMatchObject({ pageCount: 10, rejectedCount: 0, ending: "finished" });
    const pages = (await tray()).pages.slice(before);
    expect(pages.map(({ sourceName }) => sourceName.slice(-8))).toEqual(
      Array.from({ length: 10 }, (_, index) => `${String(index + 1).padStart(4, "0")}.png`),
    );
    expect(new Set(answer.outcomes.map(({ scanId }) => scanId)).size).toBe(10);
    expect(leftBehind()).toEqual([]);
  });

  it("draws the next sheet in only after the one before is durable", async () => {
    setTestDevice(config);
    archive.events.length = 0;
    await scan();
    // A page is announced when its transaction is kept; the next one's number comes after it.
    const told = archive.events.flatMap((event) =>
      event.kind === "progress" && event.procedure === "device.scan"
        ? [`page ${event.done + 1}`]
        : event.kind === "changed" && event.nouns.includes("scan")
          ? ["kept"]
          : [],
    );
    const order = told.filter((each, index) => each !== told[index - 1]);
    expect(order).toEqual(
      Array.from({ length: 10 }, (_, index) => [`page ${index + 1}`, "kept"])
        .flat()
        .concat("page 11"),
    );
  });

  it("that is stopped keeps what was whole and lets go at once", async () => {
    setTestDevice(config, { delay: 60_000, size: 80 });
    const before = (await tray()).total;
    const id = "stopped-run";
    const run = archive.engine.reply({ id, seat: "window", name: "device.scan", input: asking() });
    await expect.poll(async () => (await tray()).total, { timeout: 10_000 }).toBeGreaterThan(before);
    const at = performance.now();
    await archive.engine.ask("task.cancel", { taskId: id });
    const answer = await run;
    expect(performance.now() - at).toBeLessThan(2500);
    const kept = (await tray()).total - before;
    expect(answer).toMatchObject({ ok: true, value: { ending: "stopped", code: "task-cancelled", pageCount: kept } });
    expect(leftBehind()).toEqual([]);
  });

  it("falls short of its profile: the page is kept and says so", async () => {
    setTestDevice(config);
    const answer = await scan({ feed: "flatbed" }, { profile: "彩色 300 小字密排" });
    expect(answer.notes).toEqual(["有页面只有 75 dpi，低于方案的 300 dpi，已加提示。"]);
    const marks = await archive.engine.ask("page-mark.tray", {});
    const [pageId] = answer.outcomes[0]?.pageIds ?? [];
    expect(marks.marked.find((each) => each.pageId === pageId)?.marks).toContainEqual({
      ...{ mark: "low-resolution", value: "75", isSettled: false },
    });
  });
});

describe.skipIf(saneIsMissing !== "")("a jam in page 7 of 20", () => {
  // The real program for six pages; only the jam is put in, as scanimage prints it.
  const program = join(around, "jams-at-seven");
  beforeAll(() => {
    const lines = [
      "#!/bin/sh",
      'case " $* " in *" --batch-print "*) ;; *) exec /usr/bin/scanimage "$@" ;; esac',
      '/usr/bin/scanimage "$@" --batch-count=6 || exit $?',
      "read -r next",
      'printf "Scanning page 7\\nProgress: 3.0%%\\rscanimage: sane_read: Document feeder jammed\\n" >&2',
      'printf "Scanned page 7. (scanner status = 6)\\nBatch terminated, 6 pages scanned\\n" >&2',
      "exit 6",
    ];
    writeFileSync(program, lines.join("\n"));
    chmodSync(program, 0o755);
  });

  it("keeps six, names the place, and goes on from there in the same pile", async () => {
    const own = await freshArchive({
      scanners: { program, saneConfigFolder: setTestDevice(config), loopbackPorts: [] },
    });
    const first = asking();
    const jammed = await own.engine.ask("device.scan", first);
    expect(jammed).toMatchObject({ pageCount: 6, ending: "failed", code: "scanner-jam" });
    expect(jammed.message).toMatch(/^第 7 页卡纸，没有收入，前 6 页已保存。/);
    const second = await own.engine.ask("device.scan", { ...first, pagesBefore: 6 });
    expect(second.message).toMatch(/^第 13 页卡纸，没有收入，前 12 页已保存。/);
    const { pages } = await own.engine.ask("scan.tray", {});
    expect(pages.map(({ sourceName }) => Number(sourceName.slice(-8, -4)))).toEqual(
      Array.from({ length: 12 }, (_, index) => index + 1),
    );
    await own.remove();
  });
});
