import { describe, expect, it } from "vitest";
import { freshArchive } from "#test/support/archive";

describe("an archive nobody touches", () => {
  it("is locked after the minutes the office chose, and not before", async () => {
    let passed = 0;
    const clock = { now: () => new Date().toISOString(), monotonicMs: () => passed };
    const archive = await freshArchive({ clock });
    await archive.engine.ask("settings.revise", { autoLockMinutes: 3 });
    const locked = () => archive.events.some((event) => event.kind === "locked" && event.reason === "idle");
    const aWhile = () => new Promise((resolve) => setTimeout(resolve, 2200));
    passed += 2.9 * 60_000;
    await aWhile();
    expect(locked()).toBe(false);
    await archive.engine.ask("archive.touch", {});
    passed += 2.9 * 60_000;
    await aWhile();
    expect(locked()).toBe(false);
    passed += 0.2 * 60_000;
    await aWhile();
    expect(locked()).toBe(true);
    await expect(archive.engine.ask("home.show", {})).rejects.toMatchObject({ code: "archive-locked" });
    await archive.remove();
  });
});
