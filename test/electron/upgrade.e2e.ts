// An archive of an earlier program in the window: whoever unlocks it is told that it climbs, what is being done, and to wait.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { frameText } from "#text/frame";
import { unlockText } from "#text/unlock";
import { takePictures } from "./hand.ts";
import { newHome, openDesk, projectFolder, removeHome } from "./launch.ts";
import { passphrase } from "./start-archive.ts";

type Seen = { readonly seen: readonly { readonly text: string; readonly isShut: boolean }[] };

/** So many that each stage lasts longer than drawing the card. */
const pages = 250_000;

test("an archive of an earlier program is opened, each stage of its climbing said", async () => {
  const home = newHome();
  const folder = join(home, "旧社区.lindang");
  const program = join(projectFolder, "test/fixtures/older-archive-program.ts");
  execFileSync(process.execPath, [program, folder, "17", passphrase, String(pages)], { stdio: ["ignore", 2, 2] });
  const desk = await openDesk(home);
  const { page } = desk;
  await desk.remember({ archiveFolders: [folder] });
  await page.reload();
  const field = page.getByRole("textbox", { name: unlockText.passphrase, exact: true });
  await field.fill(passphrase);
  await takePictures(desk, "unlock");
  // Everything that stands on the card while it is opened, with whether the ways out are shut meanwhile.
  await page.evaluate((forgot) => {
    const seen: { text: string; isShut: boolean }[] = [];
    const look = (): void => {
      const card = document.querySelector(".unlock-card");
      const ways = [...(card?.querySelectorAll("button") ?? [])].filter((each) => each.textContent === forgot);
      seen.push({ text: card?.textContent ?? "", isShut: ways.every((each) => each.disabled) });
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(globalThis, { seen });
  }, unlockText.forgot);
  await field.press("Enter");
  // For the pictures only: on a fast machine it may be over before it is looked for.
  await page
    .getByText(unlockText.upgradeNote)
    .waitFor({ timeout: 2000 })
    .catch(() => undefined);
  await takePictures(desk, "unlock-upgrading");
  await expect(page.getByRole("navigation", { name: frameText.navigation })).toBeVisible({ timeout: 60_000 });
  const seen = await page.evaluate(() => (globalThis as unknown as Seen).seen);
  for (const phase of ["备份旧库", "升级0 / ", "核对0 / "])
    expect(
      seen.some(({ text, isShut }) => isShut && text.includes(unlockText.upgradeNote) && text.includes(phase)),
    ).toBe(true);
  await desk.close();
  removeHome(home);
});
