import { rm } from "node:fs/promises";
import path from "node:path";
import { listFonds, listMatters } from "#db/fonds";
import { closeArchive } from "#engine/vault/open-archive";
import { fillItems, newArchive, passphrase } from "./big-archive.mjs";
import { time, timeEach } from "./measure.mjs";
import { onEngine } from "./on-engine.mjs";
import { atMost, row } from "./row.mjs";

const year = 2021;

/**
 * A filing year at the desk (J5, J6): 600 items numbered, one put in and one withdrawn with every changed number shown,
 * boxes planned, spines, covers and 备考表 printed.
 * @type {import("./bench-run.mjs").Section}
 */
export async function measureFiling(run) {
  const { smallItems, heavyRounds } = run.sizes;
  const folder = path.join(run.folder, "filing.lindang");
  const archive = await newArchive(folder);
  fillItems(archive, [{ year, count: smallItems, isFiled: false }]);
  const fondsId = listFonds(archive.connection.read)[0]?.id;
  // 党务 has a right of its own, and 档号 of the year need a matter of 文书 each.
  const matter = listMatters(archive.connection.read).find((each) => each.category === "WS" && !each.isParty);
  archive.connection.raw.prepare("UPDATE item SET matter_id = ?").run(matter?.id);
  archive.connection.raw.pragma("wal_checkpoint(TRUNCATE)");
  await closeArchive(archive);
  if (!fondsId) throw new Error("a new archive has its first fonds");
  const scope = { fondsId, category: "WS", year };
  const rows = await onEngine(run, { folder, passphrase }, async (door) => {
    const number = async () => {
      const { planDigest } = await door.ask("filing.preview", scope);
      return door.ask("filing.commit", { ...scope, planDigest });
    };
    /** @type {number[]} */
    const numbering = [];
    for (let at = 0; at < heavyRounds; at += 1) {
      if (at > 0) await undo();
      numbering.push(await time(number));
    }
    const { rows: filed } = await door.ask("item.list", { filter: { state: "filed" }, order: "code", limit: 1 });
    const [first] = filed;
    if (!first) throw new Error("nothing was filed");
    const withdrawing = await timeEach(heavyRounds, () => door.ask("filing.preview-withdraw", { itemId: first.id }));
    const { item: late } = await door.ask("item.make", {
      pageIds: [],
      fields: {
        ...{ fondsId, title: "遗漏的通知", creator: "居委会", year, retention: first.retention, paperPageCount: 2 },
        ...{ matterId: first.matterId, documentDate: first.documentDate },
      },
    });
    const inserting = await timeEach(heavyRounds, () =>
      door.ask("filing.preview-insert", { itemId: late.id, beforeId: first.id }),
    );
    const box = async () => {
      const { planDigest } = await door.ask("box.plan", { ...scope, mode: "all" });
      return door.ask("box.commit", { ...scope, mode: "all", planDigest });
    };
    const boxing = await timeEach(heavyRounds, box);
    const { boxes } = await door.ask("box.list", scope);
    const chosen = boxes.slice(0, 20).map((each) => each.id);
    const prints = await timeEach(heavyRounds, async () => {
      for (const formId of ["box-spine", "box-cover", "box-note"]) {
        const to = path.join(run.folder, `${formId}.pdf`);
        const asked = { formId, scope: { by: /** @type {const} */ ("box"), boxIds: chosen } };
        await door.ask("form.write", { ...asked, output: "pdf", to, mayReplace: true });
      }
    });
    async function undo() {
      const next = await door.ask("undo.next", {});
      if (next) await door.ask("undo.apply", { sequence: next.sequence });
    }
    return [
      row({ what: `${smallItems} items ordered and numbered`, runs: numbering, goal: atMost(2000, "≤ 2 s") }),
      row({
        what: "every number that changes when the first item is withdrawn",
        runs: withdrawing,
        goal: atMost(1000, "≤ 1 s"),
      }),
      row({ what: "every number that changes when one is put first", runs: inserting, goal: atMost(1000, "≤ 1 s") }),
      row({ what: `${smallItems} items planned and put into ${boxes.length} boxes`, runs: boxing }),
      row({
        what: `${chosen.length} spines, covers and 备考表 as PDF, read back and counted`,
        runs: prints,
        goal: atMost(3000, "≤ 3 s"),
      }),
    ];
  });
  await rm(folder, { recursive: true, force: true });
  return { data: `one year of ${smallItems} items in an archive of its own`, rows };
}
