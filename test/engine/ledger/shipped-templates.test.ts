// The shipped templates: complete, lawful, and each of them makes a ledger.
import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isBasisSaid, refuseDesign } from "#engine/ledger/check-design";
import { shippedTemplates } from "#engine/ledger/shipped-templates";
import { resourcePath } from "#engine/resources";
import { freshArchive, type TestArchive } from "#test/support/archive";

const { version, templates } = shippedTemplates();
let archive: TestArchive;
beforeAll(async () => void (archive = await freshArchive()));
afterAll(() => archive.remove());

const named = (code: string) => {
  const found = templates.find((each) => each.code === code);
  if (!found) throw new Error(`no template ${code}`);
  return found;
};

describe("the shipped templates", () => {
  it("are the twenty of the office's work, and no file lies beside them unused", async () => {
    const codes =
      "service-case assistance visit petition mediation publicity training activity meeting service-point team-member award report funding inspection survey fellowship contract-service new-media resident-service";
    expect(templates.map(({ code }) => code)).toEqual(codes.split(" "));
    const files = await readdir(resourcePath("ledger-templates"));
    expect(files.sort()).toEqual([...templates.map(({ code }) => `${code}.json`), "templates.json"].sort());
    expect(version).toBeGreaterThan(0);
  });

  it.each(templates.map((template) => [template.code, template] as const))(
    "%s is a design nobody would refuse",
    (_, template) => {
      expect(() => refuseDesign(template)).not.toThrow();
      expect(isBasisSaid(template)).toBe(true);
      expect(template.columns.filter(({ part }) => part === "occurred")).toHaveLength(1);
      expect(template.columns.filter(({ part }) => part === "kind")).toHaveLength(1);
      expect(template.columns.filter(({ isRequired }) => isRequired).length).toBeGreaterThan(0);
      // Law that was not seen in its official text says so.
      if (template.basis !== "none") expect(template.basisWords).toMatch(/个人信息保护法/);
    },
  );

  it("ask for no ethnicity anywhere, and mark as sensitive what tells of health, need or number", () => {
    const headings = templates.flatMap(({ columns }) => columns);
    expect(headings.filter(({ heading }) => /民族|信仰|籍贯/.test(heading))).toEqual([]);
    const open = headings.filter(
      ({ heading, personal }) => /身份证|账号|残疾|低保|困难类型/.test(heading) && personal !== "sensitive",
    );
    expect(open).toEqual([]);
  });

  it("keep persons out of reports and surveys, and the nature of parties out of mediation", () => {
    for (const code of ["report", "survey", "meeting", "publicity", "training", "activity"])
      expect([
        named(code).basis,
        named(code).columns.filter(({ personal, kind }) => personal !== "none" || kind === "person"),
      ]).toEqual(["none", []]);
    expect(JSON.stringify(named("mediation"))).not.toMatch(/民族|族别|信仰/);
    const questions = named("survey").columns.filter(({ kind }) => kind === "number");
    expect(questions.length).toBeGreaterThan(5);
  });

  it("are offered with the ledger that has their code, and name rows of the starter schedule that are there", async () => {
    const rows = await archive.engine.ask("schedule.versions", {});
    const all = await archive.engine.ask("schedule.rows", { versionId: rows[0]!.id, limit: 500 } as never);
    const known = JSON.stringify(all);
    expect(templates.filter(({ scheduleRow }) => scheduleRow !== "" && !known.includes(`"${scheduleRow}"`))).toEqual(
      [],
    );
    const { scheduleRow: _, note: __, ...visit } = named("visit");
    const made = await archive.engine.ask("ledger.make", {
      fondsId: archive.fondsId,
      origin: "shipped",
      template: visit,
    });
    expect(made).toMatchObject({
      state: "draft",
      source: `shipped:${version}`,
      code: "visit",
      scheduleRowId: "starter-161",
    });
    const offered = await archive.engine.ask("ledger.templates", { fondsId: archive.fondsId });
    expect(offered.filter(({ ledgerId }) => ledgerId !== null).map(({ template }) => template.code)).toEqual(["visit"]);
  });
});
