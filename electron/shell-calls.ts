// Answers contract/shell.ts: the sender is checked, the input parsed, refusals and faults told apart as the engine does.
import { randomUUID } from "node:crypto";
import { type IpcMain, app, nativeTheme, shell } from "electron";
import { Refusal } from "#contract/refusal";
import { type ShellInput, type ShellName, type ShellOutput, shellCalls } from "#contract/shell";
import type { Reply } from "#contract/wire";
import type { DeskState } from "./desk-state.ts";
import type { DiagnosticLog } from "./diagnostic-log.ts";
import { type Dialogs } from "./dialogs.ts";
import { isOwnSender } from "./own-sender.ts";
import type { PrintDesk } from "./print-document.ts";

type Parsed<N extends ShellName> = Extract<ReturnType<(typeof shellCalls)[N]["input"]["parse"]>, object>;
type Handlers = { [N in ShellName]: (input: Parsed<N>, given: ShellInput<N>) => Promise<ShellOutput<N>> };

type Parts = {
  readonly state: DeskState;
  readonly dialogs: Dialogs;
  readonly prints: PrintDesk;
  readonly log: DiagnosticLog;
};

/** Answers the shell's calls until the program ends. */
export function answerShellCalls(ipc: IpcMain, parts: Parts): void {
  const handlers = shellHandlers(parts);
  ipc.handle("shell.ask", async (event, name: unknown, input: unknown): Promise<Reply> => {
    if (!isOwnSender(event)) throw new Error("shell.ask: not our page");
    if (!isShellName(name)) return refused(new Refusal("procedure-unknown", { name: String(name).slice(0, 60) }));
    try {
      return { ok: true, value: await answerOne(handlers, name, input) };
    } catch (error) {
      if (error instanceof Refusal) return refused(error);
      const fault = randomUUID().slice(0, 8);
      parts.log.note("shell-fault", { name, fault, kind: error instanceof Error ? error.name : "unknown" });
      return { ok: false, fault };
    }
  });
}

const isShellName = (name: unknown): name is ShellName => typeof name === "string" && Object.hasOwn(shellCalls, name);

const refused = ({ code, details }: Refusal): Reply => ({ ok: false, refusal: { code, details } });

async function answerOne<N extends ShellName>(handlers: Handlers, name: N, input: unknown): Promise<unknown> {
  const { input: inputSchema, output } = shellCalls[name];
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) throw new Refusal("input-invalid", { where: parsed.error.issues[0]?.path.join(".") ?? name });
  return output.parse(await handlers[name](parsed.data as Parsed<N>, input as ShellInput<N>));
}

function shellHandlers({ state, dialogs, prints }: Parts): Handlers {
  return {
    "shell.choose-scans": () => dialogs.chooseScans(),
    "shell.choose-table": (input) => dialogs.chooseTable(input),
    "shell.choose-folder": (input) => dialogs.chooseFolder(input),
    "shell.choose-save": (input) => dialogs.chooseSave(input),
    "shell.default-folder": async () => ({ path: app.getPath("documents") }),
    "shell.reveal": async ({ path }) => {
      if (!dialogs.hasChosen(path)) throw new Refusal("input-invalid", { where: "path" });
      shell.showItemInFolder(path);
      return {};
    },
    "shell.printers": () => prints.printers(),
    "shell.print": (input) => prints.print(input),
    "shell.desk": async () => state.desk(),
    "shell.remember": async (input, given) => {
      // A schema of defaults fills in what was not given; only what was given is a change.
      const change = Object.fromEntries(Object.entries(input).filter(([name]) => Object.hasOwn(given, name)));
      const desk = await state.rememberDesk(change);
      nativeTheme.themeSource = desk.theme === "contrast" ? "light" : desk.theme;
      return desk;
    },
    "shell.about": async () => ({
      appVersion: app.getVersion(),
      electron: process.versions.electron,
      node: process.versions.node,
      platform: `${process.platform}-${process.arch}`,
    }),
    "shell.quit": async () => {
      setImmediate(() => app.quit());
      return {};
    },
  };
}
