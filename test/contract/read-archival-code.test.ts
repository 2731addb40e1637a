import { describe, expect, it } from "vitest";
import { renderArchivalCode, shippedTemplate } from "#contract/code-template";
import { archivalCodeStandard } from "#contract/fonds";
import { compareArchivalCodes, normaliseArchivalCode, readArchivalCode } from "#contract/read-archival-code";
import type { Retention } from "#contract/retention";

const by22 = shippedTemplate("DA/T 22-2015", "item");
const byVolume = shippedTemplate("DA/T 13-2022", "volume");

describe("a typed 档号", () => {
  it.each([
    "Z109-WS•2011-Y-BGS-0001",
    "Z109-WS・2011-Y-BGS-0001",
    "Z109-WS．2011-Y-BGS-0001",
    "Z109—WS·2011—Y—BGS—0001",
    "Z109–WS·2011–Y–BGS–0001",
    "Z109－WS·2011－Y－BGS－0001",
    "Ｚ１０９-ws.2011-y-bgs-0001",
    " Z109 - WS · 2011 - Y - BGS - 0001 ",
    "Z109——WS·2011-Y-BGS-0001",
    "Z109−WS‧2011‑Y‐BGS-0001",
  ])("is one spelling, however its dots and dashes were typed: %s", (typed) => {
    expect(normaliseArchivalCode(typed)).toBe("Z109-WS·2011-Y-BGS-0001");
    expect(readArchivalCode(typed, by22)).toMatchObject({ fonds: "Z109", year: 2011, matter: "BGS", itemNumber: 1 });
  });

  it("is read back as it was written, with and without each element that may be missing", () => {
    for (const standard of archivalCodeStandard.options)
      for (const unit of ["item", "volume", "group"] as const)
        for (const fonds of ["", "J001", "0007"])
          for (const matter of ["", "DQ", "003", "办公室"])
            for (const retention of ["Y", "D30", "D5"] as Retention[])
              for (const itemNumber of [1, 12345, undefined]) {
                if (unit === "item" && itemNumber === undefined) continue;
                const volumeNumber = unit === "item" ? undefined : 25;
                const template = shippedTemplate(standard, unit);
                const elements = {
                  fonds,
                  category: "WS",
                  matter,
                  year: 2024,
                  retention: template.includes("{retention}") ? retention : "",
                  volumeNumber,
                  itemNumber,
                } as const;
                const code = renderArchivalCode(template, elements) ?? "";
                expect(readArchivalCode(code, template), code).toEqual(elements);
              }
  });

  it("tells a volume's own 档号 from that of an item in it", () => {
    expect(readArchivalCode("J019-KU·01·2017-001", byVolume)).toMatchObject({ volumeNumber: 1 });
    expect(readArchivalCode("J019-KU·01·2017-001", byVolume)?.itemNumber).toBeUndefined();
    expect(readArchivalCode("J019-KU·01·2017-001-002", byVolume)).toMatchObject({ volumeNumber: 1, itemNumber: 2 });
  });

  it.each([
    ["", "nothing"],
    ["Z109", "one element"],
    ["Z109-WS·2011-X-BGS-0001", "a term nobody knows"],
    ["Z109-WS·3011-Y-BGS-0001", "a year to come"],
    ["Z109-WS·2011·Y·BGS-0001", "the joints of the other standard"],
    ["Z109-WS·2011-Y-BGS-0001-9", "one element too many"],
    ["Z109-WS·2011-Y-BGS-00O1", "a letter in the number"],
    ["Z109-WS·2011-Y-BGS", "no number"],
    ["合计", "another row of the table"],
  ])("is none: %j, %s", (typed) => {
    expect(readArchivalCode(typed, by22)).toBeUndefined();
  });

  it("is read by no template that is none", () => {
    expect(readArchivalCode("Z109-WS·2011-Y-BGS-0001", "{fonds}{item}")).toBeUndefined();
  });
});

describe("the order of 档号", () => {
  it("goes by elements: terms by their length, numbers by their size, a volume before its items", () => {
    const ordered = [
      "C001-KU·01·2017-001",
      "C001-KU·01·2017-001-001",
      "C001-KU·01·2017-002",
      "C001-WS·2023-D10-DQ-0001",
      "C001-WS·2024-Y-DQ-0002",
      "C001-WS·2024-Y-DQ-9999",
      "C001-WS·2024-Y-DQ-10000",
      "C001-WS·2024-Y-ZZ-0001",
      "C001-WS·2024-D30-DQ-0001",
      "C001-WS·2024-D10-DQ-0001",
      "C002-WS·2023-Y-DQ-0001",
    ];
    expect([...ordered].reverse().sort(compareArchivalCodes)).toEqual(ordered);
    expect([...ordered].sort()).not.toEqual(ordered);
    expect(compareArchivalCodes("C001—WS．2024", "c001-WS·2024")).toBe(0);
  });
});
