// eSCL against a server of our own on the loopback address, through the engine and into the tray.
import { createServer } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Asked, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { readCapabilities } from "#engine/device/escl-words";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { aPagePicture } from "#test/support/sample";
import { capabilitiesXml, startEsclDevice, type EsclDevice } from "#test/support/escl-device";
import type { AddressInfo } from "node:net";

let archive: TestArchive;
let device: EsclDevice;
let usual: EsclDevice["behaviour"];
let pile = 0;

beforeAll(async () => {
  device = await startEsclDevice({ image: await aPagePicture() });
  usual = { ...device.behaviour };
  archive = await freshArchive({
    scanners: { program: "/nonexistent/scanimage", loopbackPorts: [device.port, 9] },
  });
});
beforeEach(() => {
  Object.assign(device.behaviour, usual);
  device.asked.length = 0;
});
afterAll(async () => {
  await archive.remove();
  await device.close();
});

const scan = (change: Partial<Asked<"device.scan">["settings"]> = {}): Promise<Output<"device.scan">> =>
  archive.engine.ask("device.scan", {
    deviceId: `escl:${device.port}`,
    settings: { colourMode: "colour", dpi: 200, paper: "A4", feed: "feeder", ...change },
    ...{ profile: "", pileId: `escl-${++pile}` },
  });
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "answered",
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );
const deleted = (): number => device.asked.filter((each) => each === "DELETE /eSCL/ScanJobs/7").length;

describe("an eSCL scanner that says no", () => {
  it("is busy, jammed, open, stopped or empty before the first page", async () => {
    const cases: [Partial<EsclDevice["behaviour"]>, string][] = [
      [{ takesJob: 503 }, "scanner-busy"],
      [{ takesJob: 409 }, "scanner-settings"],
      [{ takesJob: 500 }, "scanner-io"],
      [{ takesJob: 503, adfState: "ScannerAdfJam" }, "scanner-jam"],
      [{ takesJob: 503, adfState: "ScannerAdfHatchOpen" }, "scanner-cover-open"],
      [{ takesJob: 503, state: "Down" }, "scanner-io"],
      [{ pages: 0 }, "scanner-feeder-empty"],
      [{ pages: 0, end: 410 }, "scanner-feeder-empty"],
      [{ jobState: "Aborted", pages: 0 }, "scanner-io"],
      [{ contentType: "text/html" }, "scanner-io"],
    ];
    for (const [change, code] of cases) {
      Object.assign(device.behaviour, usual, change);
      expect(await codeOf(scan()), JSON.stringify(change)).toBe(code);
    }
  });

  it("jams in page 3: two are kept, and the job is given back", async () => {
    device.behaviour.jamsBefore = 3;
    const answer = await scan();
    expect(answer).toMatchObject({ pageCount: 2, ending: "failed", code: "scanner-jam" });
    expect(answer.message).toMatch(/^第 3 页卡纸，没有收入，前 2 页已保存。/);
    expect(deleted()).toBe(1);
  });

  it.each(["http://192.0.2.1:80/eSCL/ScanJobs/7", "http://planted.example/eSCL/ScanJobs/7"])(
    "sends us elsewhere, to %s: nobody goes",
    async (location) => {
      device.behaviour.location = location;
      expect(await codeOf(scan())).toBe("scanner-elsewhere");
    },
  );

  it("is gone, or is no scanner at all", async () => {
    expect(
      await codeOf(
        archive.engine.ask("device.scan", {
          deviceId: "escl:9",
          settings: { colourMode: "colour", dpi: 200, paper: "A4", feed: "feeder" },
          ...{ profile: "", pileId: "gone" },
        }),
      ),
    ).toBe("scanner-not-found");
    const other = createServer((_, answer) => answer.end("<html>")).listen(0, "127.0.0.1");
    await new Promise((ready) => other.once("listening", ready));
    const bare = await freshArchive({
      scanners: { program: "/nonexistent", loopbackPorts: [(other.address() as AddressInfo).port] },
    });
    expect((await bare.engine.ask("device.list", {})).devices).toEqual([]);
    await bare.remove();
    await new Promise((closed) => other.close(closed));
  });

  it("at a port nobody looks at is not asked at all", async () => {
    const other = await startEsclDevice({ image: Buffer.from("x") });
    const settings = { colourMode: "colour", dpi: 200, paper: "A4", feed: "feeder" } as const;
    const question = { deviceId: `escl:${other.port}`, settings, profile: "", pileId: "other" };
    expect(await codeOf(archive.engine.ask("device.scan", question))).toBe("scanner-not-found");
    expect(other.asked).toEqual([]);
    await other.close();
  });

  it("sends words that are no capabilities", () => {
    for (const words of ["", "<a/>", "<!DOCTYPE x [<!ENTITY y 'z'>]><x>&y;</x>", "<scan:a>", "x".repeat(100)])
      expect(() => readCapabilities(words), words).toThrow(Refusal);
  });
});

describe("an eSCL scanner", () => {
  it("is listed with what it can do", async () => {
    const { devices } = await archive.engine.ask("device.list", {});
    expect(devices).toEqual([
      {
        ...{ id: `escl:${device.port}`, kind: "escl", name: "Deli M3000 系列", state: "ready" },
        ...{
          feeds: ["flatbed", "feeder"],
          colourModes: ["bitonal", "grey", "colour"],
          resolutions: [100, 200, 300, 600],
        },
      },
    ]);
    expect(readCapabilities(capabilitiesXml).sources.flatbed?.formats).toEqual(["image/jpeg", "application/pdf"]);
  });

  it.each([404, 410] as const)("gives its pages until %i, warming up before", async (end) => {
    Object.assign(device.behaviour, { end, warmUp: 2 });
    const before = (await archive.engine.ask("scan.tray", {})).total;
    expect(await scan()).toMatchObject({ pageCount: 3, rejectedCount: 0, ending: "finished" });
    const { pages, total } = await archive.engine.ask("scan.tray", {});
    expect(total - before).toBe(3);
    expect(pages.at(-1)).toMatchObject({ dpi: 200, width: 420 });
    expect(deleted()).toBe(0);
  });

  it("is asked for what the profile says, and one page from the glass", async () => {
    expect(await scan({ feed: "flatbed", colourMode: "grey", dpi: 250 })).toMatchObject({ pageCount: 1 });
    const job = device.asked.find((each) => each.startsWith("POST")) ?? "";
    for (const words of [
      "<scan:ColorMode>Grayscale8<",
      "<scan:XResolution>300<",
      "<pwg:InputSource>Platen<",
      "<pwg:Width>2480<",
    ])
      expect(job).toContain(words);
    expect(device.asked.filter((each) => each.endsWith("/NextDocument"))).toHaveLength(1);
    expect(deleted()).toBe(1);
  });

  it("is asked for the next page only after the one before is kept", async () => {
    const kept: number[] = [];
    const pages = (): number => device.asked.filter((each) => each.endsWith("/NextDocument")).length;
    archive.events.length = 0;
    const push = archive.events.push.bind(archive.events);
    archive.events.push = (...events) => {
      if (events.some((event) => event.kind === "changed" && event.nouns.includes("scan"))) kept.push(pages());
      return push(...events);
    };
    await scan();
    archive.events.push = push;
    expect(kept).toEqual([1, 2, 3]);
  });

  it("that is stopped is told so", async () => {
    device.behaviour.warmUp = 1000;
    const run = archive.engine.reply({
      id: "stop-escl",
      seat: "window",
      name: "device.scan",
      input: {
        deviceId: `escl:${device.port}`,
        settings: { colourMode: "colour", dpi: 200, paper: "A4", feed: "feeder" },
        ...{ profile: "", pileId: "stopped" },
      },
    });
    await expect.poll(() => device.asked.some((each) => each.endsWith("/NextDocument"))).toBe(true);
    await archive.engine.ask("task.cancel", { taskId: "stop-escl" });
    expect(await run).toMatchObject({ ok: false, refusal: { code: "task-cancelled" } });
    await expect.poll(deleted).toBe(1);
  });
});
