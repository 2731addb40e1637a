import { describe, expect, it } from "vitest";
import { renewReport, sayFigure, sectionOf, tableOf } from "#tools/bench/report";
import { atMost, median, notRun, ratioOf, row, speedAtLeast, timesAtMost, unjudged } from "#tools/bench/row";

describe("a row of the benchmark", () => {
  it("is judged by its median, not by its best run", () => {
    const goal = atMost(100, "≤ 100 ms");
    expect(row({ what: "list", runs: [40, 120, 130], goal }).verdict).toBe("not met");
    expect(row({ what: "list", runs: [300, 90, 80], goal }).verdict).toBe("met");
  });

  it("is judged against the alternative of the same run", () => {
    const given = { what: "intake", runs: [120, 130], alternative: "copy", alternativeRuns: [100] };
    expect(ratioOf(row(given))).toBeCloseTo(1.25);
    expect(row({ ...given, goal: timesAtMost(1.3) }).verdict).toBe("met");
    expect(row({ ...given, goal: timesAtMost(1.2) }).verdict).toBe("not met");
    expect(row({ ...given, goal: speedAtLeast(0.8) }).verdict).toBe("met");
    expect(row({ ...given, goal: speedAtLeast(0.81) }).verdict).toBe("not met");
  });

  it("does not meet a relative target when the alternative was not measured", () => {
    expect(row({ what: "intake", runs: [1], goal: timesAtMost(1.3) }).verdict).toBe("not met");
  });

  it("cannot be made of nothing", () => {
    expect(() => median([])).toThrow("nothing was measured");
    expect(() => row({ what: "list", runs: [], goal: atMost(1, "") })).toThrow("nothing was measured");
  });

  it("loses its verdict on small data, but keeps why it did not run", () => {
    expect(unjudged(row({ what: "list", runs: [1], goal: atMost(2, "") })).verdict).toBe("not judged");
    expect(unjudged(notRun("window", "≤ 100 ms", "there is no screen")).verdict).toBe("not run");
  });
});

describe("the report of the benchmark", () => {
  const met = row({
    what: "list",
    runs: [3, 1, 2],
    alternative: "a|b",
    alternativeRuns: [4],
    goal: atMost(5, "≤ 5 ms"),
  });

  it("shows median, least, most, count, target, alternative, ratio and verdict", () => {
    const line = tableOf([met]).split("\n")[2];
    expect(line).toBe("| list | ≤ 5 ms | 2.0 ms (1.0 ms–3.0 ms, n=3) | a\\|b: 4.0 ms (n=1) | 0.50 × | met |");
  });

  it("shows a miss and what did not run, with the reason", () => {
    const table = tableOf([
      row({ ...met, alternative: "", alternativeRuns: [], goal: atMost(1, "≤ 1 ms") }),
      notRun("window", "≤ 100 ms", "no screen"),
    ]);
    expect(table).toContain("| list | ≤ 1 ms | 2.0 ms (1.0 ms–3.0 ms, n=3) | none | — | not met |");
    expect(table).toContain("| window — no screen | ≤ 100 ms | — | none | — | not run |");
  });

  it("renews the sections that ran and leaves the others with their own date", () => {
    const section = (name: string, date: string): string =>
      sectionOf({ name, data: "d", rows: [met] }, date, "machine");
    const order = ["start", "list", "memory"];
    const first = renewReport(
      "",
      order,
      new Map([
        ["start", section("start", "2026-01-01")],
        ["list", section("list", "2026-01-01")],
      ]),
    );
    const second = renewReport(first, order, new Map([["list", section("list", "2026-02-02")]]));
    expect(second.match(/2026-\d\d-\d\d/g)).toEqual(["2026-01-01", "2026-02-02"]);
    expect(second.match(/^## .*$/gm)).toEqual(["## start", "## list", "## memory"]);
    expect(second).toContain("## memory\n\nNot measured yet.");
    expect(renewReport(second, order, new Map())).toBe(second);
  });

  it("says figures in units a person reads", () => {
    expect(["0.24 ms", "12.3 ms", "456 ms", "1.50 s", "15.0 s"]).toEqual(
      [0.24, 12.3, 456, 1500, 15_000].map((ms) => sayFigure(ms, "ms")),
    );
    expect([sayFigure(5.04, "MB"), sayFigure(400, "MB")]).toEqual(["5.0 MB", "400 MB"]);
  });
});
