import { describe, expect, it } from "vitest";
import {
  type CodeElements,
  isTemplateFor,
  readTemplate,
  renderArchivalCode,
  shippedTemplate,
  templateOf,
} from "#contract/code-template";
import { archivalCodeStandard } from "#contract/fonds";

const ws: CodeElements = { fonds: "Z109", category: "WS", matter: "BGS", year: 2011, retention: "Y", itemNumber: 1 };
const units = ["item", "volume", "group"] as const;

describe("a template of 档号", () => {
  it("writes items as each standard joins them", () => {
    expect(renderArchivalCode(shippedTemplate("DA/T 22-2015", "item"), ws)).toBe("Z109-WS·2011-Y-BGS-0001");
    expect(renderArchivalCode(shippedTemplate("DA/T 13-2022", "item"), ws)).toBe("Z109-WS·2011·Y·BGS-0001");
  });

  it.each(archivalCodeStandard.options)("writes 卷 and 组, and the volume alone, the same under %s", (standard) => {
    const account = { ...ws, fonds: "J019", category: "KU", matter: "01", year: 2017, retention: "D30" } as const;
    const volume = shippedTemplate(standard, "volume");
    expect(renderArchivalCode(volume, { ...account, volumeNumber: 1 })).toBe("J019-KU·01·2017-001-001");
    expect(renderArchivalCode(volume, { ...account, volumeNumber: 1, itemNumber: undefined })).toBe(
      "J019-KU·01·2017-001",
    );
    const photo = { ...ws, fonds: "K021", category: "ZP", matter: "", year: 2019, retention: "D30" } as const;
    expect(renderArchivalCode(shippedTemplate(standard, "group"), { ...photo, volumeNumber: 25, itemNumber: 5 })).toBe(
      "K021-ZP·2019·D30-025-005",
    );
  });

  it("writes the examples of DA/T 13-2022 by templates of an office's own", () => {
    const long = "{fonds}-{category}·{matter}·{year}·{retention}-{volume:3}-{item:3}";
    expect(isTemplateFor(long, "volume")).toBe(true);
    const account = { ...ws, fonds: "J019", category: "KU", matter: "01", year: 2017, volumeNumber: 1 };
    expect(renderArchivalCode(long, account)).toBe("J019-KU·01·2017·Y-001-001");
    const project = "{fonds}-{category}·{matter}·02-{volume:3}-{item:3}";
    const plan = { ...ws, fonds: "X032", category: "KJ", matter: "JJ", volumeNumber: 5, itemNumber: 54 };
    expect(renderArchivalCode(project, plan)).toBe("X032-KJ·JJ·02-005-054");
    const third = "{fonds}-{category}·{year}·{retention}·{matter}-{item:3}";
    expect(renderArchivalCode(third, { ...ws, matter: "办公室" })).toBe("Z109-WS·2011·Y·办公室-001");
  });

  it("drops every empty element with its separator, at either end and in the middle", () => {
    const template = shippedTemplate("DA/T 22-2015", "item");
    expect(renderArchivalCode(template, { ...ws, fonds: "", matter: "" })).toBe("WS·2011-Y-0001");
    expect(renderArchivalCode(template, { ...ws, fonds: "", retention: "", itemNumber: undefined })).toBe(
      "WS·2011-BGS",
    );
    expect(renderArchivalCode(template, { ...ws, year: null })).toBe("Z109-WS-Y-BGS-0001");
  });

  it("writes a number longer than its width in full", () => {
    expect(renderArchivalCode("{fonds}-{category}-{item:4}", { ...ws, itemNumber: 12345 })).toBe("Z109-WS-12345");
  });

  it.each([
    ["", "nothing"],
    ["WS 0001", "a blank"],
    ["{fonds}{category}", "elements without a joint"],
    ["{fonds}--{item:4}", "two joints"],
    ["-{fonds}", "a joint without a place before it"],
    ["{fonds}-", "a joint without a place behind it"],
    ["{fonds}.{item:4}", "another dot"],
    ["{unknown}-{item:4}", "an element nobody knows"],
    ["{item:4}-{item:4}", "an element twice"],
    ["{item:0}", "a width of none"],
    ["{fonds}-{category}·{year}-{retention}-{item:4}\n", "a second line"],
  ])("is refused: %j, %s", (template) => {
    expect(readTemplate(template)).toBeNull();
    expect(renderArchivalCode(template, ws)).toBeNull();
    for (const unit of units) expect(isTemplateFor(template, unit)).toBe(false);
  });

  it("must keep the lowest classes apart", () => {
    for (const standard of archivalCodeStandard.options) {
      for (const unit of units) expect(isTemplateFor(shippedTemplate(standard, unit), unit)).toBe(true);
      expect(isTemplateFor(shippedTemplate(standard, "item"), "volume")).toBe(false);
      expect(isTemplateFor(shippedTemplate(standard, "volume"), "item")).toBe(false);
    }
    const whole = shippedTemplate("DA/T 22-2015", "item");
    for (const lost of ["{fonds}-", "{year}-", "{retention}-", "{matter}-", "-{item:4}"])
      expect(isTemplateFor(whole.replace(lost, ""), "item"), lost).toBe(false);
  });

  it("is the office's own where it has one, the shipped one where it is blank", () => {
    expect(templateOf("DA/T 13-2022", { unit: "item", codeTemplate: "" })).toBe(
      shippedTemplate("DA/T 13-2022", "item"),
    );
    expect(templateOf("DA/T 13-2022", { unit: "item", codeTemplate: "{item}" })).toBe("{item}");
  });
});
