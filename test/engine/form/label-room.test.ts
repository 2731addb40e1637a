// Labels hold the longest words an archive may give them: smaller, on a second label, never cut and never refused.
import { describe, expect, it } from "vitest";
import type { FormScope } from "#contract/form-scope";
import { aFiledStore } from "#test/fixtures/filed-store";
import { printForm } from "./print-form.ts";

const all: FormScope = { by: "record", recordId: "all" };

/** A store whose one cabinet has so many places on its one tier, each with a box of a class of its own. */
function aFullTier(count: number, classOf: (at: number) => { year: number; retention: string }) {
  const store = aFiledStore();
  const { raw } = store.connection;
  const room = "负一层东侧第二档案库房（含会计档案专柜及实物档案陈列柜各一组，钥匙两人保管）";
  const [place, box] = [
    raw.prepare("INSERT INTO shelf_place (id, room, cabinet, tier, slot) VALUES (?, ?, 998, 997, ?)"),
    raw.prepare(`INSERT INTO box (id, fonds_id, category, year, retention, box_number, spine_mm, place_id)
      VALUES (?, ?, 'WS', ?, ?, ?, 30, ?)`),
  ];
  for (let at = 1; at <= count; at++) {
    const { year, retention } = classOf(at);
    place.run(`p${at}`, room.slice(0, 40), at);
    box.run(`x${at}`, store.fondsId, year, retention, 2 * at - 1, `p${at}`);
  }
  return store;
}

describe("柜架标签", () => {
  it("goes on to a second label when a tier holds more classes than one can name", async () => {
    const store = aFullTier(30, (at) => ({ year: 1990 + at, retention: "Y" }));
    const labels = (await printForm(store, "shelf-labels", all)).pages.flatMap(({ rows }) => rows);
    expect(labels.map((cells) => cells[1])).toEqual([
      "第 998 柜",
      "第 998 柜（续）",
      "第 998 柜　第 997 层",
      "第 998 柜　第 997 层（续）",
    ]);
    const named = labels.slice(2).flatMap((cells) => cells.filter((cell) => cell.includes("永久")));
    expect(named).toEqual(Array.from({ length: 30 }, (_, at) => `文书 ${1991 + at} 永久`));
  });

  it("names box numbers one by one while they can be read, else from the first to the last with their number", async () => {
    const few = (
      await printForm(
        aFullTier(5, () => ({ year: 2024, retention: "Y" })),
        "shelf-labels",
        all,
      )
    ).pages;
    expect(few[0]?.rows[1]?.at(-1)).toBe("1、3、5、7、9");
    const many = (
      await printForm(
        aFullTier(60, () => ({ year: 2024, retention: "Y" })),
        "shelf-labels",
        all,
      )
    ).pages;
    expect(many[0]?.rows[1]?.at(-1)).toBe("1—119（共 60 盒）");
  });
});

describe("代卷卡 and 封存标签", () => {
  const long = "关于社区居民委员会换届选举工作中有关委托投票材料保管问题的情况说明及附件".repeat(20);

  it("hold a title of 500 characters and a neutral title of 200", async () => {
    const store = aFiledStore();
    const id = store.addItem({ title: long.slice(0, 500) });
    const cards = await printForm(store, "placeholder-card", { by: "item", itemIds: [id as never] });
    expect(cards.pages[0]?.rows[0]).toContain(long.slice(0, 500));
    const sealed = store.addItem({ title: "选票", access: "restricted", neutral: long.slice(0, 200) });
    store.connection.raw
      .prepare(
        `INSERT INTO sealed_packet (item_id, number, label_number, count, unit, sealed_on, first_sealer, second_sealer,
          entered_at) VALUES (?, 1, ?, 1000000, '张', '2024-06-01', ?, ?, '2024-06-01T08:00:00Z')`,
      )
      .run(sealed, "封".repeat(40), "王".repeat(40), "李".repeat(40));
    const seals = await printForm(store, "seal-labels", { by: "item", itemIds: [sealed as never] });
    expect(seals.pages[0]?.rows[0]).toContain(long.slice(0, 200));
    expect(seals.pages[0]?.rows[0]).not.toContain("选票");
  });
});
