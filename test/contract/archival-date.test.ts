import { describe, expect, it } from "vitest";
import { archivalDate, parseClerkDate, printDate, unknownDate, yearOf } from "#contract/archival-date";

describe("an archival date", () => {
  it.each(["2023-02-29", "2024-00", "2024-13", "2024-04-31", "2024-1-5", "24-01-05", "2024-03-05T00:00", "0999", "x"])(
    "refuses %s, which no calendar has or which is not written as one",
    (text) => expect(archivalDate.safeParse(text).success).toBe(false),
  );

  it.each(["", "2024", "2024-03", "2024-03-05", "2024-02-29", "1949-10-01"])("is as precise as known: %j", (text) =>
    expect(archivalDate.parse(text)).toBe(text),
  );

  it("prints its known digits only", () => {
    expect(["2024-03-05", "2024-03", "2024", ""].map((text) => printDate(archivalDate.parse(text)))).toEqual([
      "20240305",
      "202403",
      "2024",
      "",
    ]);
  });

  it("knows its year, unless it is unknown", () => {
    expect(yearOf(archivalDate.parse("2024-03"))).toBe(2024);
    expect(yearOf(unknownDate)).toBeNull();
  });
});

describe("what a clerk types as a date", () => {
  it.each([
    ["20240305", "2024-03-05"],
    ["202403", "2024-03"],
    ["2024", "2024"],
    ["2024.3.5", "2024-03-05"],
    ["2024-3-5", "2024-03-05"],
    ["2024/3/5", "2024-03-05"],
    ["2024/12", "2024-12"],
    ["2024年", "2024"],
    ["2024年3月", "2024-03"],
    ["2024年3月5日", "2024-03-05"],
    [" 2024 年 03 月 05 日 ", "2024-03-05"],
    ["２０２４－３－５", "2024-03-05"],
    ["２０２４年１２月３１日", "2024-12-31"],
    ["2024。3。5", "2024-03-05"],
    ["二〇二四年三月五日", "2024-03-05"],
    ["二○二四年十二月三十一日", "2024-12-31"],
    ["二零二四年十月二十日", "2024-10-20"],
    ["2024.3.", "2024-03"],
    ["", ""],
    ["   ", ""],
  ])("%j is %j", (typed, date) => expect(parseClerkDate(typed)).toBe(date));

  it.each([
    "2024.13",
    "20240230",
    "2024年2月30日",
    "24.3.5",
    "5.3.2024",
    "三月",
    "2024.3.5.6",
    "昨天",
    "20243",
    "2024035",
  ])("%j is no date", (typed) => expect(parseClerkDate(typed)).toBeNull());
});
