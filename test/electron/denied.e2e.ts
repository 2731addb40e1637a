// What the page may not do, tried from the page itself (package-and-trust B1, E1–E9).
import { expect, test } from "@playwright/test";
import { type Desk, isSandboxed, newHome, openDesk, removeHome } from "./launch.ts";
import { readFileSync } from "node:fs";
import { processTree } from "./process-tree.ts";

let desk: Desk;
test.beforeAll(async () => {
  desk = await openDesk(newHome());
});
test.afterAll(async () => {
  await desk.close();
  removeHome(desk.home);
});

const status = (url: string): Promise<number> =>
  desk.page.evaluate((asked) => fetch(asked).then((answer) => answer.status), url);

test("a URL is looked up and never becomes a path", async () => {
  expect(await status("app://ui/index.html")).toBe(200);
  for (const url of [
    "app://ui/../../package.json",
    "app://ui/..%2f..%2fpackage.json",
    "app://ui/%2e%2e/%2e%2e/package.json",
    "app://ui/%2e%2e%2f%2e%2e%2fpackage.json",
    "app://ui/..\\..\\package.json",
    "app://ui/..%5c..%5cpackage.json",
    "app://ui/index.html%00",
    "app://ui/index.html%00.js",
    "app://ui//etc/passwd",
    "app://ui/etc/passwd",
    "app://ui/%2fetc%2fpasswd",
    "app://ui//server/share/x",
    "app://ui/\\\\server\\share\\x",
    "app://ui/index.html?x=1",
    "app://ui/assets",
    "app://main/main.mjs",
    "app://print/../main/main.mjs",
    "app://page/../../etc/passwd/image",
    "app://page/x/other",
    "app://page/%2e%2e/image",
    "app://page/00000000000000000000000000000000/image",
    "app://document/..",
    "app://document/x/y",
    "app://document/00000000000000000000000000000000",
  ])
    expect(await status(url), url).toBe(404);
});

test("every answer says what it is, keeps itself out of caches and carries the content policy", async () => {
  const headers = await desk.page.evaluate(async () => {
    const answer = await fetch("app://ui/");
    return Object.fromEntries(answer.headers.entries());
  });
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["cache-control"]).toBe("no-store");
  expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; script-src 'self';/);
});

test("a script, a handler and an eval that are put into the page do not run", async () => {
  const ran = await desk.page.evaluate(async () => {
    const marks = globalThis as unknown as Record<string, unknown>;
    const violations: string[] = [];
    document.addEventListener("securitypolicyviolation", (event) => violations.push(event.effectiveDirective));
    const script = document.createElement("script");
    script.textContent = "globalThis.ranScript = true";
    document.head.append(script);
    const blob = document.createElement("script");
    blob.src = URL.createObjectURL(new Blob(["globalThis.ranBlob = true"], { type: "text/javascript" }));
    document.head.append(blob);
    const box = document.createElement("div");
    box.innerHTML =
      '<img src="app://ui/none.png" onerror="globalThis.ranHandler = true"><a href="javascript:globalThis.ranLink=1">x</a>';
    document.body.append(box);
    box.querySelector("a")?.click();
    await new Promise((next) => setTimeout(next, 500));
    box.remove();
    return { marks: [marks["ranScript"], marks["ranBlob"], marks["ranHandler"], marks["ranLink"]], violations };
  });
  expect(ran.marks).toEqual([undefined, undefined, undefined, undefined]);
  expect(ran.violations).toContain("script-src-elem");
  expect(ran.violations).toContain("script-src-attr");
});

test("nothing reaches the network from the page", async () => {
  const outcomes = await desk.page.evaluate(async () => {
    const tried = async (work: () => Promise<unknown>): Promise<string> =>
      work().then(
        () => "went out",
        () => "refused",
      );
    const image = (src: string): Promise<unknown> => {
      const picture = new Image();
      picture.src = src;
      return picture.decode();
    };
    const socket = (): Promise<unknown> =>
      new Promise((open, refused) => {
        const line = new WebSocket("ws://127.0.0.1:9/");
        line.onopen = open;
        line.onerror = refused;
      });
    return [
      await tried(() => fetch("http://127.0.0.1:9/")),
      await tried(() => fetch("https://example.com/")),
      await tried(() => fetch("file:///etc/passwd")),
      await tried(() => image("http://127.0.0.1:9/x.png")),
      await tried(() => image("file:///etc/passwd")),
      await tried(socket),
      navigator.sendBeacon("http://127.0.0.1:9/") ? "queued" : "refused",
    ];
  });
  expect(outcomes.slice(0, 6)).toEqual(["refused", "refused", "refused", "refused", "refused", "refused"]);
});

test("the page goes nowhere, opens nothing and downloads nothing", async () => {
  await desk.page.evaluate(async () => {
    open("https://example.com/");
    open("app://ui/");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["x"]));
    link.download = "x.txt";
    link.click();
    location.href = "file:///etc/passwd";
    await new Promise((next) => setTimeout(next, 500));
  });
  expect(desk.page.url()).toBe("app://ui/");
  const windows = await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(windows).toBe(1);
});

test("no permission is given but writing text to the clipboard", async () => {
  const answers = await desk.page.evaluate(async () => {
    const refused = (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => "given",
        () => "refused",
      );
    return [
      await refused(navigator.mediaDevices.getUserMedia({ video: true })),
      await refused(new Promise((given, not) => navigator.geolocation.getCurrentPosition(given, not))),
      await Notification.requestPermission(),
      await refused(navigator.clipboard.readText()),
      await refused(navigator.clipboard.read()),
    ];
  });
  expect(answers).toEqual(["refused", "refused", "denied", "refused", "refused"]);
});

test("every window is isolated, sandboxed and without Node", async () => {
  const all = await desk.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const settings = contents as unknown as { getLastWebPreferences(): Electron.WebPreferences };
      return settings.getLastWebPreferences();
    }),
  );
  expect(all.length).toBeGreaterThan(0);
  for (const preferences of all) {
    expect(preferences.contextIsolation).toBe(true);
    expect(preferences.sandbox).toBe(true);
    expect(preferences.nodeIntegration).toBe(false);
    expect(preferences.nodeIntegrationInWorker ?? false).toBe(false);
    expect(preferences.webviewTag).toBe(false);
  }
});

test("the page sees two wires with named functions and nothing else of the shell", async () => {
  const seen = await desk.page.evaluate(() => {
    const world = globalThis as unknown as Record<string, object>;
    return {
      engine: Object.keys(world["engineWire"] ?? {}).sort(),
      shell: Object.keys(world["shellWire"] ?? {}).sort(),
      others: ["require", "process", "module", "Buffer", "ipcRenderer", "electron", "global"].filter(
        (name) => name in world,
      ),
    };
  });
  expect(seen).toEqual({ engine: ["ask", "listen"], shell: ["ask", "pathOf"], others: [] });
});

test("the program speaks simplified Chinese to the page and in its menu", async () => {
  expect(await desk.page.evaluate(() => navigator.language)).toBe("zh-CN");
  const menu = await desk.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
  expect(menu).toEqual(["文件", "编辑", "显示"]);
});

test("a question from another frame or another page is not heard", async () => {
  const heard = await desk.app.evaluate(async ({ BrowserWindow, ipcMain }) => {
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (...given: unknown[]) => unknown> })
      ._invokeHandlers;
    const window = BrowserWindow.getAllWindows()[0];
    const top = window?.webContents.mainFrame;
    const senders = {
      child: { parent: top, origin: "app://ui" },
      print: { parent: null, origin: "app://print" },
      web: { parent: null, origin: "https://example.com" },
      gone: null,
    };
    const outcomes: Record<string, string> = {};
    for (const channel of ["engine.ask", "shell.ask"])
      for (const [name, senderFrame] of Object.entries(senders)) {
        const given = channel === "engine.ask" ? ["1", "archive.session", {}] : ["shell.about", {}];
        outcomes[`${channel} ${name}`] = await Promise.resolve()
          .then(() => handlers.get(channel)?.({ senderFrame, sender: window?.webContents }, ...given))
          .then(
            () => "answered",
            () => "refused",
          );
      }
    return outcomes;
  });
  expect(Object.keys(heard)).toHaveLength(8);
  expect(new Set(Object.values(heard))).toEqual(new Set(["refused"]));
});

test("garbage on the wire is refused by name", async () => {
  expect(await desk.refusal("no.such", {})).toBe("procedure-unknown");
  expect(await desk.refusal("archive.inspect", "not an object")).toBe("input-invalid");
  expect(await desk.refusal("page.open", { id: "x", variant: "image" })).not.toBe("none");
  const shell = await desk.page.evaluate(async () => {
    const wire = (globalThis as unknown as { shellWire: { ask(name: string, input: unknown): Promise<unknown> } })
      .shellWire;
    return [
      await wire.ask("shell.nothing", {}),
      await wire.ask("shell.reveal", { path: "/etc" }),
      await wire.ask("shell.print", {}),
    ];
  });
  expect(shell.map((each) => (each as { refusal: { code: string } }).refusal.code)).toEqual([
    "procedure-unknown",
    "input-invalid",
    "input-invalid",
  ]);
});

test("renderers run under a seccomp filter", () => {
  test.skip(!isSandboxed, "this machine has no sandbox for the user that runs the tests");
  const renderers = processTree(desk.app.process().pid ?? 0).filter(({ command }) =>
    command.includes("--type=renderer"),
  );
  expect(renderers.length).toBeGreaterThan(0);
  for (const { pid } of renderers) expect(readFileSync(`/proc/${pid}/status`, "utf8")).toMatch(/^Seccomp:\s+2$/m);
});
