import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { jpegPage } from "#test/fixtures/scanned-page";
import { frameText } from "#text/frame";
import { homeText } from "#text/home";
import { unlockText } from "#text/unlock";
import { newHome, openDesk, removeHome } from "./launch.ts";
import { enginePid } from "./process-tree.ts";
import { passphrase, startArchive } from "./start-archive.ts";

test("an engine that is killed is started again, says so, and nothing acknowledged is lost", async () => {
  const desk = await openDesk(newHome());
  try {
    const { folder } = await startArchive(desk);
    await desk.remember({ archiveFolders: [folder] });
    await desk.page.reload();
    await expect(desk.page.getByRole("heading", { name: homeText.title })).toBeVisible();
    const acknowledged: string[] = [];
    for (let seed = 1; seed <= 12; seed += 1) {
      const path = join(desk.home, `${seed}.jpg`);
      writeFileSync(path, await jpegPage({ seed, width: 300, height: 424 }));
      const { outcomes } = await desk.ask("scan.accept", { paths: [path], securityMark: "" });
      acknowledged.push(...outcomes.flatMap(({ pageIds }) => pageIds));
    }
    await desk.page.evaluate(() => {
      const world = globalThis as unknown as {
        heard: unknown[];
        engineWire: { listen(hear: (event: unknown) => void): void };
      };
      world.heard = [];
      world.engineWire.listen((event) => world.heard.push(event));
    });

    const pid = desk.app.process().pid ?? 0;
    const before = enginePid(pid);
    const underway = desk.refusal("scan.accept", { paths: [desk.home], securityMark: "" });
    process.kill(before, "SIGKILL");
    expect(await underway).toBe("engine-restarted");

    await expect
      .poll(() =>
        desk.page.evaluate(() =>
          (globalThis as unknown as { heard: { kind: string }[] }).heard.map(({ kind }) => kind),
        ),
      )
      .toContain("engine-restarted");
    expect(enginePid(pid)).not.toBe(before);
    expect(desk.page.isClosed()).toBe(false);
    await expect(desk.page.getByText(frameText.restarted)).toBeVisible();
    await expect(desk.page.getByRole("textbox", { name: unlockText.passphrase, exact: true })).toBeVisible();
    expect(await desk.ask("archive.session", {})).toBeNull();
    expect(await desk.refusal("scan.tray", {})).toBe("archive-locked");

    await desk.ask("archive.unlock", { folder, passphrase });
    const tray = await desk.ask("scan.tray", { offset: 0, limit: 500 });
    expect(tray.pages.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged));
    const shown = await desk.page.evaluate(
      (ids) => Promise.all(ids.map((id) => fetch(`app://page/${id}/image`).then((answer) => answer.status))),
      acknowledged,
    );
    expect(new Set(shown)).toEqual(new Set([200]));
  } finally {
    await desk.close();
    removeHome(desk.home);
  }
});

test("an engine that dies again and again is started each time, later and later", async () => {
  const desk = await openDesk(newHome());
  try {
    const pid = desk.app.process().pid ?? 0;
    const seen = new Set<number>();
    for (let death = 0; death < 3; death += 1) {
      await expect.poll(() => desk.refusal("archive.session", {}), { timeout: 15_000 }).toBe("none");
      const engine = enginePid(pid);
      seen.add(engine);
      process.kill(engine, "SIGKILL");
      await expect.poll(() => desk.refusal("archive.session", {})).toBe("engine-restarted");
    }
    await expect.poll(() => desk.refusal("archive.session", {}), { timeout: 15_000 }).toBe("none");
    expect(seen.size).toBe(3);
  } finally {
    await desk.close();
    removeHome(desk.home);
  }
});
