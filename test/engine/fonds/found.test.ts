import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { day, fondsOf } from "./fonds-desk.ts";

let archive: TestArchive;
beforeEach(async () => {
  await archive?.remove();
  archive = await freshArchive();
});
afterAll(() => archive.remove());
const codesOf = async (fondsId: string): Promise<string[]> =>
  (await archive.engine.ask("matter.list", {}))
    .filter((matter) => matter.fondsId === fondsId)
    .map((matter) => `${matter.category}·${matter.code}`);

describe("a new archive", () => {
  it("has classes for 文书 and second levels for 科技 and 会计, one scheme, and nobody asked about the Party", async () => {
    expect(await codesOf(archive.fondsId)).toEqual([
      "KJ·JJ",
      "KJ·SB",
      "KU·BG",
      "KU·PZ",
      "KU·QT",
      "KU·ZB",
      "WS·DQ",
      "WS·FW",
      "WS·GL",
      "WS·ZH",
      "WS·ZZ",
    ]);
    expect(await fondsOf(archive)).toMatchObject({ composition: "", openedOn: "", closedOn: "" });
    expect(await archive.engine.ask("scheme.list", {})).toMatchObject([
      {
        number: 1,
        fromYear: 0,
        levelOrder: "year-retention-matter",
        categories: ["WS", "KJ", "KU", "ZP", "LY", "LX", "SW", "SJ"],
        source: expect.stringContaining("待核对"),
      },
    ]);
  });

  it("can hold the Party organisation's fonds apart, with its own classes", async () => {
    await archive.engine.ask("fonds.revise", { ...(await fondsOf(archive)), composition: "committee" });
    const party = await archive.engine.ask("fonds.found", {
      code: "C002",
      name: "幸福社区党委",
      unit: "中共幸福社区委员会",
      codeStandard: "DA/T 22-2015",
      composition: "party",
      openedOn: day("2011-07"),
    });
    expect(party).toMatchObject({ composition: "party", openedOn: "2011-07" });
    expect((await codesOf(party.id)).filter((code) => code.startsWith("WS"))).toEqual(["WS·DQ", "WS·ZH"]);
    expect((await fondsOf(archive)).composition).toBe("committee");
    const { rows } = await archive.engine.ask("fonds.history", { fondsId: party.id });
    expect(rows).toMatchObject([{ on: "2011-07", event: "founded" }]);
  });

  it("is refused an opening that is no day of the calendar or is still to come", async () => {
    const given = { code: "", name: "某", unit: "", codeStandard: "DA/T 22-2015" } as const;
    for (const openedOn of ["2011-13", "2023-02-29"] as never[])
      await expect(archive.engine.ask("fonds.found", { ...given, openedOn })).rejects.toMatchObject({
        code: "input-invalid",
      });
    await expect(archive.engine.ask("fonds.found", { ...given, openedOn: day("2199") })).rejects.toMatchObject({
      code: "fonds-date-impossible",
    });
  });
});
