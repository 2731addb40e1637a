// Ends with 0 only when a renderer process really runs under the seccomp filter of Chromium's sandbox.
import { BrowserWindow, app } from "electron";
import { readFileSync } from "node:fs";

app.enableSandbox();
// Not awaited: `ready` is held back until this module has finished loading.
void app
  .whenReady()
  .then(probe)
  .catch(() => app.exit(4));
// Where the sandbox is refused, helper processes are restarted without end.
setTimeout(() => app.exit(5), 15_000);

async function probe() {
  const page = new BrowserWindow({ show: false });
  await page.loadURL("data:text/html,probe");
  const status = readFileSync(`/proc/${page.webContents.getOSProcessId()}/status`, "utf8");
  app.exit(/^Seccomp:\s*2$/m.test(status) ? 0 : 3);
}
