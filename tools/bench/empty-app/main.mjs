// The least a program on this runtime can be: one window with one word. What the desk costs is measured beside it.
import { BrowserWindow, app } from "electron";

// Not awaited here: the runtime is ready only after this file has run to its end.
void app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true } });
  window.once("ready-to-show", () => window.show());
  return window.loadURL("data:text/html,<title>empty</title><h1>empty</h1>");
});
