import { describe, expect, it } from "vitest";
import { contract, type Name } from "#contract/contract";
import { mustLookAgain } from "#bridge/refresh";

describe("looking again after a change", () => {
  it("every read looks again when its own noun changed", () => {
    const reads = Object.entries(contract).filter(([, { kind }]) => kind === "read");
    for (const [name] of reads) expect(mustLookAgain(name as Name, [name.split(".")[0] ?? ""])).toBe(true);
  });

  it("lists of items look again when pages come or go, numbers when items change", () => {
    expect(mustLookAgain("item.list", ["scan"])).toBe(true);
    expect(mustLookAgain("filing.preview", ["item"])).toBe(true);
    expect(mustLookAgain("catalogue.show", ["filing"])).toBe(true);
    expect(mustLookAgain("scan.tray", ["item"])).toBe(true);
    expect(mustLookAgain("home.show", ["scan"])).toBe(true);
  });

  it("what has nothing to do with it is left alone", () => {
    expect(mustLookAgain("fonds.list", ["item", "scan"])).toBe(false);
    expect(mustLookAgain("settings.read", ["item"])).toBe(false);
  });
});
