import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { foldedOf, forgetFolded } from "#engine/search/folded-pages";
import type { OpenArchive } from "#engine/vault/open-archive";

// Kept by the archive as an object; nothing of it is looked at.
const archive = (): OpenArchive => Object.freeze({}) as unknown as OpenArchive;
const page = (seq: number): { seq: number; sealed: Buffer } => ({ seq, sealed: randomBytes(64) });
const never = (): string => {
  throw new Error("folded a second time");
};

describe("folded words of pages that were looked into", () => {
  it("are folded once, and anew when other words are sealed in their place", () => {
    const mine = archive();
    const first = page(1);
    expect(foldedOf(mine, first, () => "居民代表会议")).toBe("居民代表会议");
    expect(foldedOf(mine, first, never)).toBe("居民代表会议");
    expect(foldedOf(mine, page(1), () => "消防检查")).toBe("消防检查");
  });

  it("belong to one archive, and go when the page is gone", () => {
    const mine = archive();
    const one = page(1);
    foldedOf(mine, one, () => "旧文");
    expect(foldedOf(archive(), one, () => "另一库")).toBe("另一库");
    forgetFolded(mine, 1);
    expect(foldedOf(mine, one, () => "新读")).toBe("新读");
  });

  it("are not kept for a page that has none, or whose words are not sealed apart yet", () => {
    const mine = archive();
    const one = page(1);
    expect(foldedOf(mine, one, () => undefined)).toBeUndefined();
    expect(foldedOf(mine, one, () => "有了")).toBe("有了");
    const older = { seq: 2, sealed: null };
    expect(foldedOf(mine, older, () => "甲")).toBe("甲");
    expect(foldedOf(mine, older, () => "乙")).toBe("乙");
  });

  it("hold at most eight million characters: the longest unused go first", () => {
    const mine = archive();
    const million = "字".repeat(1_000_000);
    const pages = Array.from({ length: 9 }, (_, at) => page(at));
    for (const one of pages.slice(0, 8)) foldedOf(mine, one, () => million);
    foldedOf(mine, pages[0] ?? page(0), never);
    foldedOf(mine, pages[8] ?? page(8), () => million);
    expect(foldedOf(mine, pages[0] ?? page(0), never)).toBe(million);
    expect(foldedOf(mine, pages[1] ?? page(1), () => "又读")).toBe("又读");
  });
});
