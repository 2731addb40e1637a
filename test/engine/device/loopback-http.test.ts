// The one door to a socket: this machine's loopback address to the letter, and nothing that only looks like it.
import { createServer, type Server } from "node:http";
import { connect } from "node:net";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { Refusal } from "#contract/refusal";
import { askLoopback, isLoopback, pathOf, type LoopbackQuestion } from "#engine/device/loopback-http";

let server: Server;
let port = 0;
let asked: string[] = [];
const redirects: Record<string, string> = {
  "/away": "http://192.0.2.1/x",
  "/name": "http://planted.example/x",
  "/other-port": "http://127.0.0.1:9/x",
  "/https": "https://127.0.0.1/x",
};

beforeAll(async () => {
  server = createServer((request, answer) => {
    const path = request.url ?? "";
    asked.push(`${request.method} ${path}`);
    if (path in redirects) answer.writeHead(302, { Location: redirects[path] }).end();
    else if (path === "/silent") return;
    else if (path === "/cut") answer.writeHead(200, { "Content-Length": "1000" }).write("half", () => answer.destroy());
    else if (path === "/large") answer.end(Buffer.alloc(5000));
    else answer.end("here");
  }).listen(0, "127.0.0.1");
  await new Promise((ready) => server.once("listening", ready));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => new Promise((closed) => (server.closeAllConnections(), server.close(closed))));

const question = (path = "/", change: Partial<LoopbackQuestion> = {}): LoopbackQuestion => ({
  ...{ method: "GET", path, signal: new AbortController().signal, silenceMs: 500, most: 1000 },
  ...change,
});
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "answered",
    (error: unknown) => (error instanceof Refusal ? error.code : `fault ${String(error)}`),
  );

describe("an address that is not this machine's loopback", () => {
  it.each([
    "localhost",
    "LOCALHOST",
    "planted.example",
    "127.0.0.1.nip.example",
    "127.0.0.2",
    "127.1",
    "0127.0.0.1",
    "0x7f.0.0.1",
    "2130706433",
    "0.0.0.0",
    "::",
    "::ffff:127.0.0.1",
    "[::1]",
    "::1%lo",
    "0:0:0:0:0:0:0:1",
    "fe80::1",
    "192.0.2.10",
    "169.254.1.1",
    "127.0.0.1 ",
    "127.0.0.1@planted.example",
    "",
  ])("%j is refused before anything is opened", async (host) => {
    asked = [];
    expect(isLoopback(host)).toBe(false);
    expect(await codeOf(askLoopback({ host, port }, question()))).toBe("scanner-elsewhere");
    expect(asked).toEqual([]);
  });

  it.each([0, -1, 65_536, 80.5, Number.NaN])("nor is port %s one", async (wrong) => {
    expect(await codeOf(askLoopback({ host: "127.0.0.1", port: wrong }, question()))).toBe("scanner-elsewhere");
  });

  it.each(["", "x", "//planted.example/x", "http://planted.example/", "/a b", "/a\r\nHost: planted.example", "/页"])(
    "nor is %j a path",
    async (path) => {
      expect(await codeOf(askLoopback({ host: "127.0.0.1", port }, question(path)))).toBe("scanner-elsewhere");
    },
  );
});

describe("an answer that points elsewhere", () => {
  it.each(Object.keys(redirects))("%s is named and not followed", async (path) => {
    asked = [];
    expect(await codeOf(askLoopback({ host: "127.0.0.1", port }, question(path)))).toBe("scanner-elsewhere");
    expect(asked).toEqual([`GET ${path}`]);
  });

  it.each([
    "http://192.0.2.10/eSCL/ScanJobs/1",
    "http://scanner.local/eSCL/ScanJobs/1",
    "http://0.0.0.0:60000/eSCL/ScanJobs/1",
    "http://[::ffff:127.0.0.1]:60000/eSCL/ScanJobs/1",
    "http://user:word@127.0.0.1:60000/eSCL/ScanJobs/1",
    "http://127.0.0.1:60001/eSCL/ScanJobs/1",
    "//planted.example/eSCL/ScanJobs/1",
    "file:///etc/passwd",
    "http://",
  ])("as the place of a job is refused: %s", (location) => {
    expect(() => pathOf(location, { host: "127.0.0.1", port: 60_000 })).toThrow("scanner-elsewhere");
  });

  it.each(["/eSCL/ScanJobs/1", "http://127.0.0.1:60000/eSCL/ScanJobs/1", "http://localhost:60000/eSCL/ScanJobs/1"])(
    "is none when it is here: %s",
    (location) => expect(pathOf(location, { host: "127.0.0.1", port: 60_000 })).toBe("/eSCL/ScanJobs/1"),
  );
});

describe("a device on the loopback address", () => {
  it("is answered, whole", async () => {
    const answer = await askLoopback({ host: "127.0.0.1", port }, question());
    expect(answer).toMatchObject({ status: 200, body: Buffer.from("here") });
  });

  it("that is silent, breaks off, says too much or is not there is told apart", async () => {
    const here = { host: "127.0.0.1", port };
    expect(await codeOf(askLoopback(here, question("/silent", { silenceMs: 100 })))).toBe("scanner-silent");
    expect(await codeOf(askLoopback(here, question("/cut")))).toBe("scanner-io");
    expect(await codeOf(askLoopback(here, question("/large")))).toBe("scanner-io");
    const free = createServer().listen(0, "127.0.0.1");
    await new Promise((ready) => free.once("listening", ready));
    const nobody = (free.address() as AddressInfo).port;
    await new Promise((closed) => free.close(closed));
    expect(await codeOf(askLoopback({ host: "127.0.0.1", port: nobody }, question()))).toBe("scanner-not-found");
    const stop = new AbortController();
    const work = codeOf(askLoopback(here, question("/silent", { signal: stop.signal })));
    setTimeout(() => stop.abort(), 50);
    expect(await work).toBe("task-cancelled");
  });

  it("is asked over a connection that is closed behind it", async () => {
    await askLoopback({ host: "127.0.0.1", port }, question());
    await vi.waitFor(async () => {
      const open = await new Promise<number>((count) => server.getConnections((_, number) => count(number)));
      expect(open).toBe(0);
    });
    // The server itself still takes one: it was our side that closed.
    const probe = connect(port, "127.0.0.1");
    await new Promise((ready) => probe.once("connect", ready));
    probe.destroy();
  });
});
