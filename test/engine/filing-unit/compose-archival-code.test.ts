import { describe, expect, it } from "vitest";
import { shippedTemplate } from "#contract/code-template";
import { composeArchivalCode } from "#engine/filing-unit/compose-archival-code";

const elements = {
  fonds: "Z109",
  category: "WS",
  year: 2011,
  retention: "Y",
  matter: "BGS",
  itemNumber: 1,
} as const;

describe("a 档号", () => {
  it("separates as DA/T 22-2015 or DA/T 13-2022 does", () => {
    expect(composeArchivalCode(shippedTemplate("DA/T 22-2015", "item"), elements)).toBe("Z109-WS·2011-Y-BGS-0001");
    expect(composeArchivalCode(shippedTemplate("DA/T 13-2022", "item"), elements)).toBe("Z109-WS·2011·Y·BGS-0001");
  });

  it("drops empty elements with their separator and grows past four digits", () => {
    expect(composeArchivalCode(shippedTemplate("DA/T 22-2015", "item"), { ...elements, matter: "", fonds: "" })).toBe(
      "WS·2011-Y-0001",
    );
    expect(composeArchivalCode(shippedTemplate("DA/T 13-2022", "item"), { ...elements, itemNumber: 12345 })).toBe(
      "Z109-WS·2011·Y·BGS-12345",
    );
  });

  it("is refused by a template that is none", () => {
    expect(() => composeArchivalCode("{fonds}{item}", elements)).toThrow(
      expect.objectContaining({ code: "archival-code-template-invalid" }),
    );
  });
});
