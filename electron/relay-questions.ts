import { type IpcMain, webContents } from "electron";
import { z } from "zod";
import type { Reply } from "#contract/wire";
import type { Engine } from "./engine-process.ts";
import { isOwnSender } from "./own-sender.ts";

const envelope = z.tuple([z.string().min(1).max(100), z.string().min(1).max(100), z.unknown()]);

/** Passes the window's questions to the engine and the engine's events to the window; reads neither. */
export function relayQuestions(ipc: IpcMain, engine: Engine): void {
  ipc.handle("engine.ask", async (event, ...given: unknown[]): Promise<Reply> => {
    if (!isOwnSender(event)) throw new Error("engine.ask: not our page");
    const parsed = envelope.safeParse(given);
    if (!parsed.success) return { ok: false, refusal: { code: "input-invalid", details: { where: "envelope" } } };
    const [id, name, input] = parsed.data;
    return engine.ask({ id, seat: "window", name, input });
  });
  engine.listen((event) => {
    for (const contents of webContents.getAllWebContents())
      if (contents.getURL().startsWith("app://ui/")) contents.send("engine.event", event);
  });
}
