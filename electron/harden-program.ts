import type { App } from "electron";

// Each opens the program to whoever can reach a port of this machine, or takes down the walls between pages.
const inspection = [
  "remote-debugging-port",
  "remote-debugging-pipe",
  "inspect",
  "inspect-brk",
  "inspect-port",
  "disable-web-security",
];

/** The switch of the command line that a packed program refuses to start with, if there is one (E12). */
export function refusedSwitch(app: App): string | undefined {
  return app.isPackaged ? inspection.find((name) => app.commandLine.hasSwitch(name)) : undefined;
}

/**
 * Sandboxes every renderer. `enableSandbox` would undo the --no-sandbox that root needs while developing, and each
 * helper would then crash in a loop.
 */
export function sandboxRenderers(app: App): void {
  if (!app.commandLine.hasSwitch("no-sandbox")) app.enableSandbox();
}
