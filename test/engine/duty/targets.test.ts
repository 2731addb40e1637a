// Shares of honours over typed totals; totals are typed with their paper, once a year, and never counted from persons.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Asked } from "#contract/contract";
import { dutyDesk, type DutyDesk } from "#test/support/duty-desk";

let desk: DutyDesk;
beforeAll(async () => void (desk = await dutyDesk()), 120_000);
afterAll(() => desk.remove());

type Typed = Omit<Asked<"typed-total.type">, "fondsId">;
const type = (typed: Typed) => desk.engine.ask("typed-total.type", { fondsId: desk.fondsId, ...typed });
const target = async (code: string) =>
  (await desk.engine.ask("duty.targets", { fondsId: desk.fondsId, year: 2026 })).targets.find(
    (each) => each.code === code,
  );
const total = { year: 2026, code: "households", value: 100, source: "2026 年户籍统计表" } as const;

describe("a typed total", () => {
  it.each<[Typed, string]>([
    [{ ...total, source: "" }, "total-source-missing"],
    [{ ...total, year: 2027 }, "total-year-future"],
    [{ ...total, label: "回族" }, "total-label-wrong"],
    [{ ...total, code: "other", label: "回族户数" }, "total-label-wrong"],
    [{ ...total, code: "other", label: "" }, "total-label-wrong"],
    [{ ...total, code: "ethnicity", label: "回族" }, "total-paper-missing"],
    [{ ...total, code: "ethnicity", label: "张家" }, "total-label-wrong"],
    [{ ...total, itemId: "none" as never }, "item-not-found"],
  ])("%j is refused: %s", async (typed, code) => {
    await expect(type(typed)).rejects.toMatchObject({ code });
  });

  it("is typed once a year and corrected after", async () => {
    const typed = await type(total);
    await expect(type(total)).rejects.toMatchObject({ code: "total-typed-already" });
    const revised = await desk.engine.ask("typed-total.revise", {
      ...{ id: typed.id, revision: typed.revision, value: 40, source: total.source },
    });
    await expect(
      desk.engine.ask("typed-total.revise", { id: typed.id, revision: typed.revision, value: 41, source: "x" }),
    ).rejects.toMatchObject({ code: "total-changed" });
    expect(revised.value).toBe(40);
    expect(await desk.engine.ask("typed-total.list", { fondsId: desk.fondsId, year: 2025 })).toEqual([]);
  });
});

describe("a target", () => {
  it("counts families whose honour stands, each once, over the typed total", async () => {
    const awards = await desk.open("award");
    expect(await target("T2")).toMatchObject({ part: 0, whole: 40, isMet: false });
    const row = (name: string, more: Record<string, string> = {}) => ({
      ...{ occurredOn: "2026-03-01", title: "民族团结文明家庭", kind: "家庭", name, grade: "社区", issuer: "居委会" },
      ...{ result: "已命名", ...more },
    });
    await desk.write(
      awards,
      ...[row("甲户"), row("甲户", { grade: "街道" }), row("乙户"), row("丙户"), row("丁户")],
      ...[row("戊户", { result: "撤销" }), row("己户", { result: "公示中" }), row("庚户", { endsOn: "2026-04" })],
      ...[
        row("辛户", { title: "优秀志愿者" }),
        row("壬院", { kind: "楼院（楼组）" }),
        row("癸户", { title: "文明家庭" }),
      ],
      // Named, and taken back by a later row of its own; the honour of another grade stays.
      ...[row("子户"), row("子户", { occurredOn: "2026-05-02", result: "撤销" })],
      row("甲户", { occurredOn: "2026-05-02", result: "撤销" }),
    );
    expect(await target("T2")).toMatchObject({ part: 4, whole: 40, isMet: true });
    expect(await target("T1")).toMatchObject({ part: 1, whole: null, isMet: null });
  });

  it("T3 is two typed totals, whatever the ledgers hold", async () => {
    expect(await target("T3")).toMatchObject({ part: null, whole: null, isMet: null });
    await type({ ...total, code: "minority-families", value: 60 });
    await type({ ...total, code: "active-minority-families", value: 29, source: "活动签到汇总（不列名）" });
    expect(await target("T3")).toMatchObject({ part: 29, whole: 60, isMet: false });
    expect((await target("T3"))?.source).toContain("活动签到汇总");
  });
});
