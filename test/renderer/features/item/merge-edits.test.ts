import { describe, expect, it } from "vitest";
import { unknownDate } from "#contract/archival-date";
import { fondsId } from "#contract/fonds";
import { conflictingFields, describeInput, type FormFields, pick } from "#features/item/merge-edits";

const base: FormFields = {
  fondsId: fondsId.parse("f1"),
  category: "WS",
  title: "通知",
  creator: "居委会",
  documentNumber: "",
  documentDate: unknownDate,
  year: 2026,
  retention: null,
  matterId: null,
  access: "internal",
  neutralTitle: "",
  paperPageCount: 0,
  remark: "",
  carrier: "paper",
  affair: "",
  scheduleRowId: null,
  thicknessMm: null,
  securityMark: "",
};

describe("what is typed beside what is kept", () => {
  it("does not conflict where the other side changed another field", () => {
    expect(conflictingFields(base, { ...base, remark: "补" }, { title: "关于检查的通知" })).toEqual([]);
  });

  it("does not conflict where both sides wrote the same", () => {
    expect(conflictingFields(base, { ...base, title: "新" }, { title: "新" })).toEqual([]);
  });

  it("names each field that both sides changed to something else", () => {
    const kept = { ...base, title: "甲", year: 2025, remark: "补" };
    expect(conflictingFields(base, kept, { title: "乙", year: 2024, creator: "街道" })).toEqual(["title", "year"]);
  });

  it("counts a field that was emptied here as changed", () => {
    expect(conflictingFields(base, { ...base, title: "甲" }, { title: "" })).toEqual(["title"]);
  });

  it("sends 密级 beside the fields, and not at all when it was not touched", () => {
    expect(describeInput({ title: "甲", securityMark: "内部" })).toEqual({
      fields: { title: "甲" },
      securityMark: "内部",
    });
    expect(describeInput({ title: "甲" })).toEqual({ fields: { title: "甲" } });
  });

  it("picks only what is there", () => {
    expect(pick({ title: "甲" }, ["title", "remark"])).toEqual({ title: "甲" });
  });
});
