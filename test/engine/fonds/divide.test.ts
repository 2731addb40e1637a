import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { fileYear } from "#test/support/sample";
import { bornBy, day, fondsOf, matterOf, paperItem } from "./fonds-desk.ts";

let archive: TestArchive;
beforeEach(async () => {
  await archive?.remove();
  archive = await freshArchive();
});
afterAll(() => archive.remove());

const standard = "DA/T 22-2015" as const;
const successors = [
  { code: "C011", name: "东社区", unit: "东社区居委会", codeStandard: standard, composition: "shared" as const },
  { code: "C012", name: "西社区", unit: "西社区居委会", codeStandard: standard, composition: "shared" as const },
];
const when = { effectiveOn: day("2025-05-01"), reason: "社区规模调整" };

/** 居民自治 to the east, the rest of 文书 to the west, what has no class to the east. */
async function assignments() {
  const matters = (await archive.engine.ask("matter.list", {})).filter((each) => each.fondsId === archive.fondsId);
  return [
    ...matters.map(({ id, category, code }) => ({ category, matterId: id, successor: code === "ZZ" ? 0 : 1 })),
    { category: "WS", matterId: null, successor: 0 },
  ];
}

describe("分设", () => {
  it("takes each open matter to the successor chosen; what is filed stays and keeps its 档号", async () => {
    const [zz, fw] = [await matterOf(archive, "ZZ"), await matterOf(archive, "FW")];
    await paperItem(archive, { title: "自治已归", matterId: zz.id });
    await paperItem(archive, { title: "服务已归", matterId: fw.id });
    await fileYear(archive);
    await paperItem(archive, { title: "自治未归", matterId: zz.id });
    await paperItem(archive, { title: "服务未归", matterId: fw.id });
    await paperItem(archive, { title: "未分类", matterId: null });
    const filed = (await bornBy(archive)).filter((line) => line.includes("|filed|"));
    const act = { fondsId: archive.fondsId, successors, assignments: await assignments() };
    const preview = await archive.engine.ask("fonds.preview-act", { kind: "divide", ...act });
    expect(preview.moves.filter((move) => move.draftCount > 0).map((move) => [move.matterCode, move.toName])).toEqual([
      ["FW", "西社区"],
      ["ZZ", "东社区"],
      ["", "东社区"],
    ]);
    expect(preview.stays).toMatchObject([{ filedCount: 2, pageSum: 6 }]);
    const { fondsIds, movedCount } = await archive.engine.ask("fonds.divide", { ...act, ...when });
    expect(movedCount).toBe(3);
    expect((await bornBy(archive)).filter((line) => line.includes("|filed|"))).toEqual(filed);
    const drafts = async (at: number) =>
      (await archive.engine.ask("item.list", { filter: { fondsId: fondsIds[at]!, state: "draft" } })).rows.map(
        (row) => row.title,
      );
    expect([await drafts(1), await drafts(2)]).toEqual([["自治未归", "未分类"], ["服务未归"]]);
    // Each successor has the classes given to it, and no other.
    await expect(matterOf(archive, "FW", fondsIds[1]!)).rejects.toThrow("no class");
    expect((await matterOf(archive, "DQ", fondsIds[2]!)).name).toBe("党群工作");
    const history = await archive.engine.ask("fonds.history", { fondsId: archive.fondsId });
    expect(history.successors.map((each) => each.name).sort()).toEqual(["东社区", "西社区"]);
    expect(history.rows.at(-1)?.sentence).toBe(
      "「幸福社区」分设为「东社区」、「西社区」；已归档文件留在原全宗，档号不变。",
    );
    expect(history.holdings.find((each) => each.category === "WS")).toMatchObject({
      filedCount: 2,
      draftCount: 0,
      pageSum: 6,
      firstYear: 2024,
      lastYear: 2024,
    });
  });

  it("is refused while an open matter with drafts has no successor, and names it", async () => {
    await paperItem(archive, { title: "自治未归", matterId: (await matterOf(archive, "ZZ")).id });
    await paperItem(archive, { title: "未分类", matterId: null });
    const before = await bornBy(archive);
    const given = await assignments();
    const without = given.filter((each) => each.matterId !== null);
    const divide = (lines: typeof given) =>
      archive.engine.ask("fonds.divide", { fondsId: archive.fondsId, successors, assignments: lines, ...when });
    expect(
      (
        await archive.engine.ask("fonds.preview-act", {
          kind: "divide",
          fondsId: archive.fondsId,
          successors,
          assignments: without,
        })
      ).unassigned,
    ).toEqual(["WS"]);
    await expect(divide(without)).rejects.toMatchObject({ code: "fonds-act-unassigned", details: { name: "WS" } });
    await expect(divide(given.map((each) => ({ ...each, successor: 7 })))).rejects.toMatchObject({
      code: "fonds-act-unassigned",
    });
    await expect(
      archive.engine.ask("fonds.divide", {
        fondsId: archive.fondsId,
        successors: successors.slice(0, 1),
        assignments: given,
        ...when,
      }),
    ).rejects.toMatchObject({ code: "input-invalid" });
    await expect(
      archive.engine.ask("fonds.divide", {
        fondsId: archive.fondsId,
        successors: [successors[0]!, { ...successors[1]!, code: "C011" }],
        assignments: given,
        ...when,
      }),
    ).rejects.toMatchObject({ code: "fonds-code-taken" });
    expect(await bornBy(archive)).toEqual(before);
    expect(await archive.engine.ask("fonds.list", {})).toHaveLength(1);
    expect((await fondsOf(archive)).closedOn).toBe("");
  });
});
