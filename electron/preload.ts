// The wire: named functions only, never ipcRenderer itself, never the event object (E8).
import { contextBridge, ipcRenderer, webUtils } from "electron";
import type { EngineEvent } from "#contract/event";
import type { ShellWire } from "#contract/shell";
import type { EngineWire } from "#contract/wire";

const engineWire: EngineWire = {
  ask: (id, name, input) => ipcRenderer.invoke("engine.ask", id, name, input),
  listen(hear) {
    const pass = (_event: unknown, event: EngineEvent): void => hear(event);
    ipcRenderer.on("engine.event", pass);
    return () => void ipcRenderer.off("engine.event", pass);
  },
};
const shellWire: ShellWire = {
  ask: (name, input) => ipcRenderer.invoke("shell.ask", name, input),
  pathOf: (file) => webUtils.getPathForFile(file as File),
};
contextBridge.exposeInMainWorld("engineWire", engineWire);
contextBridge.exposeInMainWorld("shellWire", shellWire);
