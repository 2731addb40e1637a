import { describe, expect, it } from "vitest";
import { sayBytes, sayCount, sayItemNumber, sayLeft, sayTail, sayWhen } from "#text/format";

describe("numbers, sizes and days", () => {
  it("groups counts by thousands", () => {
    expect(sayCount(1234567)).toBe("1,234,567");
  });

  it("says sizes with three figures, never more than a file manager would", () => {
    expect([0, 999, 1024, 1536, 5_000_000, 3_221_225_472].map(sayBytes)).toEqual([
      "0 字节",
      "999 字节",
      "1 KB",
      "1.5 KB",
      "4.77 MB",
      "3 GB",
    ]);
  });

  it("says today and yesterday by the calendar, not by hours", () => {
    const now = new Date(2026, 10, 21, 0, 30);
    expect(sayWhen(new Date(2026, 10, 21, 0, 5).toISOString(), now)).toBe("今天 00:05");
    expect(sayWhen(new Date(2026, 10, 20, 23, 59).toISOString(), now)).toBe("昨天 23:59");
    expect(sayWhen(new Date(2026, 10, 19, 8, 2).toISOString(), now)).toBe("2026-11-19 08:02");
  });

  it("rounds the time left up", () => {
    expect([0.2, 59.1, 61, 3601].map(sayLeft)).toEqual(["约 1 秒", "约 60 秒", "约 2 分钟", "约 1.1 小时"]);
  });

  it("keeps the tail of a long name, counting signs and not halves of them", () => {
    expect(sayTail("a.jpg", 8)).toBe("a.jpg");
    expect(sayTail("opinion-01.jpg", 8)).toBe("…-01.jpg");
    expect(sayTail("𠀀𠀀𠀀𠀀", 3)).toBe("…𠀀𠀀");
  });

  it("writes 件号 in four digits or as many as it needs", () => {
    expect([1, 12, 9999, 12345].map(sayItemNumber)).toEqual(["0001", "0012", "9999", "12345"]);
  });
});
