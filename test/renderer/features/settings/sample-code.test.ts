import { describe, expect, it } from "vitest";
import { shippedTemplate } from "#contract/code-template";
import { archivalCodeStandard } from "#contract/fonds";
import { composeArchivalCode } from "#engine/filing-unit/compose-archival-code";
import { sampleCode } from "#features/settings/sample-code";

describe("the sample of a 档号", () => {
  it("shows the two standards' examples (DA/T 22-2015, 5.4; DA/T 13-2022)", () => {
    const elements = { fondsCode: "Z109", year: 2011, matterCode: "BGS" };
    expect(sampleCode("DA/T 22-2015", elements)).toBe("Z109-WS·2011-Y-BGS-0001");
    expect(sampleCode("DA/T 13-2022", elements)).toBe("Z109-WS·2011·Y·BGS-0001");
  });

  it("is what the engine will really compose, with and without each element", () => {
    for (const standard of archivalCodeStandard.options) {
      for (const fondsCode of ["", "J001"]) {
        for (const matterCode of ["", "DQ"]) {
          expect(sampleCode(standard, { fondsCode, year: 2026, matterCode })).toBe(
            composeArchivalCode(shippedTemplate(standard, "item"), {
              fonds: fondsCode,
              category: "WS",
              year: 2026,
              retention: "Y",
              matter: matterCode,
              itemNumber: 1,
            }),
          );
        }
      }
    }
  });
});
