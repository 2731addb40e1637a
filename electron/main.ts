// THE SHELL: the order of starting up. Engine and window start side by side; neither waits for the other.
import { join } from "node:path";
import { type BrowserWindow, Menu, app, dialog, ipcMain, powerMonitor, protocol } from "electron";
import { closeArchiveFirst } from "./close-desk.ts";
import { openDeskSession } from "./desk-session.ts";
import { openDeskState } from "./desk-state.ts";
import { openDiagnosticLog } from "./diagnostic-log.ts";
import { makeDialogs } from "./dialogs.ts";
import { startEngine } from "./engine-process.ts";
import { denyPermissions, denyWandering } from "./guard-contents.ts";
import { refusedSwitch, sandboxRenderers } from "./harden-program.ts";
import { buildMenu } from "./menu.ts";
import { denyNetwork, denySockets, silenceChromium } from "./no-network.ts";
import { announceOwnScheme } from "./own-scheme.ts";
import { makePrintDesk } from "./print-document.ts";
import { relayQuestions } from "./relay-questions.ts";
import { reviveWindow } from "./revive-window.ts";
import { answerShellCalls } from "./shell-calls.ts";
import { EngineAltered, verifyEngine } from "./verify-engine.ts";
import { openWindow } from "./window.ts";

const mayInspect = !app.isPackaged;

if (refusedSwitch(app)) app.exit(2);
if (!app.commandLine.hasSwitch("user-data-dir")) app.setPath("userData", join(app.getPath("appData"), "lindang"));
silenceChromium(app);
sandboxRenderers(app);
announceOwnScheme(protocol);
app.commandLine.appendSwitch("lang", "zh-CN");
app.on("session-created", (session) => {
  denyNetwork(session, mayInspect);
  denyPermissions(session);
});
app.on("web-contents-created", (_event, contents) => {
  denyWandering(contents);
  denySockets(contents);
});

if (app.requestSingleInstanceLock()) startDesk().catch(stopUnstarted);
else app.quit();

async function startDesk(): Promise<void> {
  const log = openDiagnosticLog(join(app.getPath("userData"), "diagnostic.log"), mayInspect);
  const program = verifyEngine(app.isPackaged);
  program.catch((error: unknown) => stopAltered(error));
  const engine = startEngine(program, log);
  const [state] = await Promise.all([openDeskState(join(app.getPath("userData"), "desk.json")), app.whenReady()]);

  let desk: BrowserWindow | undefined;
  const current = (): BrowserWindow | undefined => (desk?.isDestroyed() ? undefined : desk);
  Menu.setApplicationMenu(buildMenu(app));
  relayQuestions(ipcMain, engine);
  answerShellCalls(ipcMain, { state, dialogs: makeDialogs(current), prints: makePrintDesk(current, log), log });
  await openDeskSession(engine);
  desk = openWindow(state, mayInspect);
  closeArchiveFirst(desk, engine);
  reviveWindow(desk, log);

  app.on("second-instance", () => {
    const window = current();
    if (window?.isMinimized()) window.restore();
    window?.show();
    window?.focus();
  });
  // The system is going down: no time for a copy, every acknowledged write is on disk already.
  desk.on("session-end", () => void engine.stop());
  powerMonitor.on("shutdown", () => void engine.stop().then(() => app.exit(0)));
  let isStopped = false;
  app.on("window-all-closed", () => app.quit());
  app.on("will-quit", (event) => {
    if (isStopped) return;
    event.preventDefault();
    void engine.stop().then(() => {
      isStopped = true;
      app.quit();
    });
  });

  function stopAltered(error: unknown): void {
    const file = error instanceof EngineAltered ? error.message : "engine-digests.json";
    log.note("engine-altered");
    dialog.showErrorBox(
      "邻档没有打开",
      `程序文件与发布时不一致（${file}），为安全起见没有启动，档案内容未动。请重新安装本程序。`,
    );
    app.exit(1);
  }
}

function stopUnstarted(error: unknown): void {
  // Name only: what an error says may hold a path of the person's own.
  process.stderr.write(`not started: ${error instanceof Error ? error.name : "unknown"}\n`);
  dialog.showErrorBox("邻档没有打开", "程序文件不完整，档案内容未动。请重新安装本程序。");
  app.exit(1);
}
