import { mkdir } from "node:fs/promises";
import path from "node:path";
import { passphrase } from "./big-archive.mjs";
import { openDeskWindow } from "./desk-window.mjs";
import { openEngineDoor } from "./engine-door.mjs";
import { pause } from "./measure.mjs";
import { writePages } from "./page-files.mjs";
import { atMost, row } from "./row.mjs";

/** Pages of the item whose order is looked at (product N12). */
const mostPages = 200;

/** Runs in the page: opens the item, then times the thumbnails of its strip: the first in sight, then all, walked through. */
const openStrip = `(async () => {
  const until = async (look, what) => {
    const end = performance.now() + 30000;
    for (;;) {
      const found = look();
      if (found) return found;
      if (performance.now() > end) throw new Error("not seen: " + what);
      await new Promise((next) => requestAnimationFrame(next));
    }
  };
  const isDrawn = (image) => image.complete && image.naturalWidth > 0;
  const started = performance.now();
  [...document.querySelectorAll("nav button")].find((each) => each.textContent.trim() === "件").click();
  const list = await until(() => document.querySelector(".part-list"), "the strip");
  const images = () => [...list.querySelectorAll(".part-page img")];
  const isInSight = (image) => {
    const box = image.getBoundingClientRect();
    const room = list.getBoundingClientRect();
    return box.right > room.left && box.left < room.right && box.bottom > room.top && box.top < room.bottom;
  };
  await until(() => images().length > 0 && images().filter(isInSight).every(isDrawn), "the first thumbnails");
  const first = performance.now() - started;
  const seen = new Set(images().filter(isInSight).map((image) => image.src));
  while (list.scrollLeft + list.clientWidth < list.scrollWidth - 1) {
    list.scrollBy({ left: list.clientWidth, behavior: "instant" });
    await new Promise((next) => requestAnimationFrame(next));
    await until(() => images().some(isInSight) && images().filter(isInSight).every(isDrawn), "a thumbnail");
    for (const image of images().filter(isInSight)) seen.add(image.src);
  }
  return { first, all: performance.now() - started, count: seen.size };
})()`;

/** @type {readonly { readonly what: string; readonly recipe: import("#contract/derivative").ImageRecipe }[]} */
const recipes = [
  { what: "turned by a quarter", recipe: [{ kind: "turn", quarters: 1 }] },
  { what: "straightened as measured", recipe: [{ kind: "straighten", degrees: null }] },
  { what: "ground whitened", recipe: [{ kind: "whiten" }] },
  { what: "made black and white", recipe: [{ kind: "bitonal" }] },
  { what: "despeckled", recipe: [{ kind: "despeckle", most: 8 }] },
  {
    what: "straightened, whitened and despeckled",
    recipe: [{ kind: "straighten", degrees: null }, { kind: "whiten" }, { kind: "despeckle", most: 8 }],
  },
];

/**
 * The order of an item of many pages on the screen (product N12), and what each page tool takes for a page of A4 at 200 dpi
 * in colour, from the question to the new version durable on the disk.
 * @type {import("./bench-run.mjs").Section}
 */
export async function measurePages(run) {
  const count = Math.min(mostPages, run.sizes.pages);
  const folder = path.join(run.folder, "page-tools");
  const archive = path.join(folder, "page-tools.lindang");
  const home = path.join(folder, "home");
  await mkdir(home, { recursive: true });
  run.say(`an item of ${count} pages, and ${recipes.length} recipes`);
  const { paths } = await writePages(path.join(folder, "pages"), count);
  /** @type {number[][]} */
  const steps = recipes.map(() => []);
  const door = await openEngineDoor(run.root);
  try {
    const fonds = { code: "X001", name: "幸福社区", unit: "幸福社区居民委员会" };
    await door.ask("archive.create", { folder: archive, name: "页面处理", passphrase, fonds });
    await door.ask("reading.pause", {});
    const { outcomes } = await door.ask("scan.accept", { paths, securityMark: "" });
    const pageIds = outcomes.flatMap((each) => each.pageIds);
    await door.ask("item.make", { pageIds, fields: { title: "关于换届选举工作的全部文件" } });
    // The first page warms the helper; it is not counted.
    for (const [at, pageId] of pageIds.slice(0, 6).entries())
      for (const [which, { recipe }] of recipes.entries()) {
        const started = performance.now();
        await door.ask("page.process", { pages: [{ pageId, from: 1 }], recipe: [...recipe] });
        if (at > 0) steps[which]?.push(performance.now() - started);
      }
    await door.ask("page.show-version", { pages: pageIds.slice(0, 6).map((pageId) => ({ pageId, number: 1 })) });
  } finally {
    await door.close();
  }
  /** @type {number[]} */
  const first = [];
  /** @type {number[]} */
  const all = [];
  for (let round = 0; round < 3; round += 1) {
    const desk = await openDeskWindow(run.root, home, archive);
    try {
      await desk.unlock(passphrase);
      await pause(1500);
      const seen = /** @type {{ first: number; all: number; count: number }} */ (await desk.page.evaluate(openStrip));
      if (seen.count !== count) throw new Error(`${seen.count} of ${count} pages are in the strip`);
      first.push(seen.first);
      all.push(seen.all);
    } finally {
      await desk.close();
    }
  }
  return {
    data: `an item of ${count} pages of A4 at 200 dpi in colour, its window opened anew each time`,
    rows: [
      row({
        what: "from opening the item to the thumbnails in sight drawn",
        runs: first,
        goal: atMost(500, "≤ 500 ms (N12)"),
      }),
      row({ what: `all ${count} thumbnails drawn, walked through`, runs: all, goal: atMost(6000, "≤ 6 s (N12)") }),
      ...recipes.map(({ what }, which) => row({ what: `one page ${what}, durable`, runs: steps[which] ?? [] })),
    ],
  };
}
