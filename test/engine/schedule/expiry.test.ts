import { describe, expect, it } from "vitest";
import { archivalDate } from "#contract/archival-date";
import { expiryOf } from "#contract/expiry";

const day = (text: string) => archivalDate.parse(text);

describe("from which day a term counts and when it ends", () => {
  it.each([
    ["文书 of 2024, 30 years", "D30", "following-year-start", { year: 2024 }, ["2025-01-01", "2054-12-31"]],
    ["文书 of 2024, 10 years", "D10", "following-year-start", { year: 2024 }, ["2025-01-01", "2034-12-31"]],
    [
      "the year of formation where 归属年度 is open",
      "D10",
      "following-year-start",
      { documentDate: day("2023") },
      ["2024-01-01", "2033-12-31"],
    ],
    [
      "归属年度 before the date on the paper",
      "D10",
      "following-year-start",
      { year: 2023, documentDate: day("2024-01-05") },
      ["2024-01-01", "2033-12-31"],
    ],
    ["会计 of 2016", "D30", "first-day-after-fiscal-year", { year: 2016 }, ["2017-01-01", "2046-12-31"]],
    [
      "固定资产卡片: five years after disposal",
      "D5",
      "after-asset-disposal",
      { year: 2010, disposedOn: day("2024-06-30") },
      ["2024-07-01", "2029-06-30"],
    ],
    [
      "acceptance on the last day of a year",
      "D10",
      "after-acceptance",
      { acceptedOn: day("2023-12-31") },
      ["2024-01-01", "2033-12-31"],
    ],
    [
      "a leap day ends on the 28th",
      "D3",
      "after-benefit-ends",
      { benefitEndedOn: day("2024-02-29") },
      ["2024-03-01", "2027-02-28"],
    ],
    [
      "a leap day to a leap year",
      "D4",
      "after-benefit-ends",
      { benefitEndedOn: day("2024-02-29") },
      ["2024-03-01", "2028-02-29"],
    ],
  ] as const)("%s", (_, term, rule, dates, [countsFrom, lastDay]) => {
    expect(expiryOf(term, rule, dates)).toEqual({ countsFrom, lastDay });
  });

  it("never ends for 永久, whatever the rule", () => {
    expect(expiryOf("Y", "not-counted", {})).toBe("never");
    expect(expiryOf("Y", "unknown", {})).toBe("never");
    expect(expiryOf("Y", "first-day-after-fiscal-year", { year: 2020 })).toBe("never");
  });

  it("is not guessed where the rule or its date is not known", () => {
    expect(expiryOf("D10", "unknown", { year: 2024 })).toBeNull();
    expect(expiryOf("D10", "not-counted", { year: 2024 })).toBeNull();
    expect(expiryOf("D10", "following-year-start", {})).toBeNull();
    expect(expiryOf("D10", "following-year-start", { documentDate: day("") })).toBeNull();
    // The day a voucher was written is no fiscal year.
    expect(expiryOf("D30", "first-day-after-fiscal-year", { documentDate: day("2024-01-03") })).toBeNull();
    expect(expiryOf("D5", "after-asset-disposal", { year: 2024 })).toBeNull();
    expect(expiryOf("D5", "after-asset-disposal", { disposedOn: day("2024-06") })).toBeNull();
    expect(expiryOf("D10", "after-acceptance", { disposedOn: day("2024-06-30") })).toBeNull();
  });
});
