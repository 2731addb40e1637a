import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "@playwright/test";
import { isSandboxed, newHome, openDesk, projectFolder, removeHome } from "./launch.ts";

test("a second start brings the first window to the front and ends", async () => {
  const desk = await openDesk(newHome());
  try {
    await desk.app.evaluate(({ BrowserWindow, app }) => {
      BrowserWindow.getAllWindows()[0]?.minimize();
      app.once("second-instance", () => Object.assign(globalThis, { sawSecondStart: true }));
    });
    const [program, environment] = await desk.app.evaluate(() => [process.execPath, { ...process.env }] as const);
    const args = [...(isSandboxed ? [] : ["--no-sandbox"]), projectFolder];
    const second = spawn(program, args, { env: environment, cwd: projectFolder, stdio: "ignore" });
    const [code] = (await once(second, "exit")) as [number];
    expect(code).toBe(0);
    await expect
      .poll(() => desk.app.evaluate(() => (globalThis as { sawSecondStart?: boolean }).sawSecondStart))
      .toBe(true);
    await expect
      .poll(() =>
        desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((each) => each.isVisible())),
      )
      .toEqual([true]);
  } finally {
    await desk.close();
    removeHome(desk.home);
  }
});
