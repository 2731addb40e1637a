// 安全事件登记 and 年度自查: what is refused first (personal-data P16; PIPL 51, 54, 57).
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Asked } from "#contract/contract";
import { selfAuditQuestionCode } from "#contract/self-audit-question";
import { wholeDay, wholeDayOrBlank } from "#contract/whole-day";
import { freshArchive, type TestArchive } from "#test/support/archive";

let archive: TestArchive;
const ask: TestArchive["engine"]["ask"] = (...given) => archive.engine.ask(...given);
beforeAll(async () => void (archive = await freshArchive()));
afterAll(() => archive.remove());

const day = wholeDay.parse("2024-05-06");
const given = (own: Partial<Asked<"incident.register">> = {}): Asked<"incident.register"> => ({
  ...{ kind: "loss", happenedOn: wholeDayOrBlank.parse("2024-05-04"), foundOn: day },
  facts: { data: "姓名、电话", course: "走访登记本遗失一本" },
  ...own,
});

describe("an incident is refused", () => {
  it("when it was found before it happened, or tomorrow", async () => {
    await expect(ask("incident.register", given({ foundOn: wholeDay.parse("2024-05-01") }))).rejects.toMatchObject({
      code: "incident-days-wrong",
    });
    await expect(ask("incident.register", given({ foundOn: wholeDay.parse("2999-05-01") }))).rejects.toMatchObject({
      code: "date-in-future",
    });
  });

  it.each(["110101199003071234 的身份证复印件", "丢失登记本，内有 139 1234 0077", "重点人员名单", "登记了民族：回"])(
    "when it names somebody by number or says what may not be kept: %s",
    async (words) => {
      for (const facts of [
        { data: words, course: "遗失" },
        { data: "姓名", course: words },
        { data: "姓名", course: "遗失", measures: words },
        { data: "姓名", course: "遗失", told: [{ whom: words, on: day, how: "" }] },
      ]) {
        const refusal = await ask("incident.register", given({ facts })).catch((error: unknown) => error);
        expect(refusal).toMatchObject({ code: "field-refused" });
        expect(JSON.stringify(refusal)).not.toContain(words);
      }
      const earlier = { happenedOn: wholeDayOrBlank.parse("2023-05-04"), foundOn: wholeDay.parse("2023-05-06") };
      const { id, revision } = await ask("incident.register", given(earlier));
      const facts = { ...given().facts, harm: words };
      await expect(ask("incident.revise", { ...given({ ...earlier, facts }), id, revision })).rejects.toMatchObject({
        code: "field-refused",
      });
      const line = { code: selfAuditQuestionCode.options[0]!, answer: "no", note: words, measure: "整改" } as const;
      await expect(
        ask("self-audit.keep", { year: 2031, auditedOn: day, auditorPost: "档案员", revision: 0, lines: [line] }),
      ).rejects.toMatchObject({ code: "field-refused" });
    },
  );

  it("its end while no measure is written, or nobody was told and nothing says why", async () => {
    const { id, revision } = await ask("incident.register", given());
    await expect(ask("incident.close", { id, revision })).rejects.toMatchObject({ code: "incident-unfinished" });
    const measured = { ...given().facts, measures: "登报声明，改用本机登记" };
    const second = await ask("incident.revise", { ...given({ facts: measured }), id, revision });
    await expect(ask("incident.close", { id, revision: second.revision })).rejects.toMatchObject({
      code: "incident-unfinished",
    });
    const told = { ...measured, told: [{ whom: "街道办事处", on: day, how: "电话" }] };
    const third = await ask("incident.revise", { ...given({ facts: told }), id, revision: second.revision });
    const closed = await ask("incident.close", { id, revision: third.revision });
    expect(closed.state).toBe("closed");
    await expect(ask("incident.revise", { ...given(), id, revision: closed.revision })).rejects.toMatchObject({
      code: "incident-closed",
    });
  });

  it("another year, because its number belongs to the year it was found in; and an older state of it", async () => {
    const { id, revision } = await ask("incident.register", given());
    const other = { foundOn: wholeDay.parse("2025-01-02") };
    await expect(ask("incident.revise", { ...given(other), id, revision })).rejects.toMatchObject({
      code: "incident-year-fixed",
    });
    await expect(ask("incident.revise", { ...given(), id, revision: 9 })).rejects.toMatchObject({
      code: "incident-changed",
    });
  });
});

it("incidents keep the three days apart and are numbered within the year they were found in", async () => {
  const list = await ask("incident.list", { year: 2024 });
  expect(list.map(({ number }) => number)).toEqual([1, 2]);
  expect(list[0]).toMatchObject({ happenedOn: "2024-05-04", foundOn: "2024-05-06" });
  expect(list[0]?.enteredAt.slice(0, 10)).not.toBe("2024-05-06");
});

describe("the self-audit of a year", () => {
  const keep = (more: Partial<Asked<"self-audit.keep">>): Promise<unknown> =>
    ask("self-audit.keep", {
      ...{ year: 2024, auditedOn: day, auditorPost: "档案员", revision: 0 },
      lines: [{ code: "purpose", answer: "yes" }],
      ...more,
    });

  it("is refused a no without a measure, a question twice, and a sheet somebody else has kept meanwhile", async () => {
    const no = { code: "least", answer: "no" } as const;
    await expect(keep({ lines: [no] })).rejects.toMatchObject({ code: "self-audit-measure-missing" });
    await expect(keep({ lines: [no, { ...no, measure: "停用" }] })).rejects.toMatchObject({
      code: "self-audit-question-twice",
    });
    await expect(keep({ revision: 4 })).rejects.toMatchObject({ code: "self-audit-changed" });
  });

  it("shows every question, answered or not, and goes back to what it was", async () => {
    await keep({});
    const second = { lines: [{ code: "purpose", answer: "no", measure: "补写目的" }], revision: 1 } as const;
    await keep({ ...second, lines: [...second.lines] });
    const sheet = await ask("self-audit.read", { year: 2024 });
    expect(sheet.lines.map(({ code }) => code)).toEqual(selfAuditQuestionCode.options);
    expect(sheet.lines[0]?.answer).toBe("no");
    const { sequence } = (await ask("undo.next", {}))!;
    await ask("undo.apply", { sequence });
    expect((await ask("self-audit.read", { year: 2024 })).lines[0]?.answer).toBe("yes");
  });
});
