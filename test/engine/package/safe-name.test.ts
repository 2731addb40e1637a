import { describe, expect, it } from "vitest";
import { nameFault, openPathGate } from "#engine/package/safe-name";

describe("a name inside a package", () => {
  it.each(["Z109-WS·2024-D30-DQ-0001", "电子档案元数据.XML", "说明（附）.txt", "𠮷.jpg", "com10.txt", "a b"])(
    "may be %j",
    (name) => expect(nameFault(name)).toBeNull(),
  );

  it.each([
    "",
    ".",
    "..",
    "a/b",
    "a\\b",
    "a:b",
    "a*b",
    "a?b",
    'a"b',
    "a<b",
    "a>b",
    "a|b",
    "a%b",
    "a\u0000b",
    "a\nb",
    "a\u200bb",
    "a\u202eb",
    "e\u0301.txt",
    "x.",
    "x ",
    " x",
    "CON",
    "nul.txt",
    "Lpt9.jpg",
    "aux",
    "长".repeat(61),
    "\ud800",
    "é",
  ])("may not be %j", (name) => expect(nameFault(name)).not.toBeNull());
});

describe("the paths of one package", () => {
  const pass =
    (...paths: string[]) =>
    () =>
      paths.forEach(openPathGate());

  it("may share their folders", () => expect(pass("a/b/c.txt", "a/b/d.txt", "a/e.txt")).not.toThrow());

  it.each([
    ["a/b.txt", "a/b.txt"],
    ["a/b.txt", "a/B.TXT"],
    ["a/b.txt", "A/c.txt"],
    ["a/b", "a/b/c"],
    ["a/b/c", "a/b"],
  ])("may not be %j and %j", (...paths) => expect(pass(...paths)).toThrow("package-name-unsafe"));

  it("have at most 180 characters", () => {
    const long = Array(3).fill("长".repeat(59)).join("/"); // 179
    expect(pass(long)).not.toThrow();
    expect(pass(`${long}/x`)).toThrow("package-name-unsafe");
  });
});
