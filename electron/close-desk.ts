// Closing the window: the engine writes the copy of the day first (tech 4.1), and the clerk may decide not to wait.
import { type BrowserWindow, dialog } from "electron";
import { sayRefusal } from "#contract/refusal-text";
import type { Reply } from "#contract/wire";
import type { Engine } from "./engine-process.ts";

const closeTask = "shell-close";
/** A copy that is quicker than this needs no word about it. */
const quietMs = 700;

/** Holds every closing of the window until the archive is closed or the clerk says not to wait. */
export function closeArchiveFirst(window: BrowserWindow, engine: Engine): void {
  let isClosing = false;
  window.on("close", (event) => {
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    void closeArchive(window, engine).then((mayClose) => {
      isClosing = false;
      if (mayClose && !window.isDestroyed()) window.destroy();
    });
  });
}

/** Closes the open archive, if there is one. Answers whether the window may go. */
async function closeArchive(window: BrowserWindow, engine: Engine): Promise<boolean> {
  const session = await Promise.race([engine.askFor("archive.session", {}), later(quietMs * 3)]);
  // No answer is no engine, or one too busy to ask: then the question below is put straight away.
  if (session?.ok && session.value === null) return true;
  if (session && !session.ok) return true;
  const stopShowing = showProgress(window, engine);
  const closed = new AbortController();
  try {
    const outcome = await Promise.race([engine.askFor("archive.close", {}, closeTask), skipped(window, closed.signal)]);
    closed.abort();
    if (outcome === "skip") {
      void engine.askFor("task.cancel", { taskId: closeTask });
      return true;
    }
    return outcome.ok || isRestarted(outcome) || askAfterFailure(window, outcome);
  } finally {
    closed.abort();
    stopShowing();
  }
}

const isRestarted = (reply: Reply): boolean =>
  !reply.ok && "refusal" in reply && reply.refusal.code === "engine-restarted";

function showProgress(window: BrowserWindow, engine: Engine): () => void {
  const title = window.getTitle();
  window.setTitle("邻档 — 正在关闭档案库");
  const deaf = engine.listen((event) => {
    if (event.kind !== "progress" || event.taskId !== closeTask || window.isDestroyed()) return;
    window.setProgressBar(event.total > 0 ? event.done / event.total : 2);
    window.setTitle(`邻档 — 正在写备份 ${event.done}/${event.total}`);
  });
  return () => {
    deaf();
    if (window.isDestroyed()) return;
    window.setProgressBar(-1);
    window.setTitle(title);
  };
}

/** Resolves only when the clerk chooses not to wait for the copy; the question goes when the copy is done. */
async function skipped(window: BrowserWindow, signal: AbortSignal): Promise<"skip"> {
  await later(quietMs);
  while (!signal.aborted) {
    const { response } = await dialog.showMessageBox(window, {
      type: "question",
      title: "邻档",
      message: "正在写今天的备份，写完会自动关闭。",
      detail: "档案内容已全部保存。如果现在关闭，今天的备份不会写成，上一次的备份不受影响。",
      buttons: ["等备份写完", "不备份，现在关闭"],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      signal,
    });
    if (response === 1 && !signal.aborted) return "skip";
    await later(10_000);
  }
  return new Promise(() => undefined);
}

async function askAfterFailure(window: BrowserWindow, reply: Reply): Promise<boolean> {
  const why =
    !reply.ok && "refusal" in reply ? sayRefusal(reply.refusal.code, reply.refusal.details) : "程序内部出错。";
  const { response } = await dialog.showMessageBox(window, {
    type: "warning",
    title: "邻档",
    message: "今天的备份没有写成。",
    detail: `${why}\n档案内容已全部保存。`,
    buttons: ["回到档案库", "不备份，关闭"],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}

const later = (ms: number): Promise<undefined> => new Promise((resolve) => setTimeout(() => resolve(undefined), ms));
