import { describe, expect, it } from "vitest";
import { checkName, printableName } from "#engine/input/check-name";
import { longestName, oddNames } from "#test/fixtures/odd-name";

describe("the name of a file from outside", () => {
  it("I39 is judged good, odd or bad, each of the 33 odd ones", () => {
    expect(oddNames).toHaveLength(33);
    for (const { name, code } of oddNames) {
      const judged = checkName(name);
      expect(judged.verdict === "good" ? "ok" : judged.code, JSON.stringify(name)).toBe(code);
    }
  });

  it("may have 255 bytes and no more", () => {
    expect(Buffer.byteLength(longestName)).toBe(255);
    expect(checkName(longestName)).toEqual({ verdict: "good" });
    expect(checkName(`x${longestName}`)).toMatchObject({ verdict: "bad", code: "name-too-long" });
  });

  it("is bad when it starts a program, also behind a harmless ending, a dot or a space", () => {
    for (const ending of [
      "lnk",
      "bat",
      "url",
      "hta",
      "exe",
      "js",
      "vbs",
      "ps1",
      "cmd",
      "scr",
      "EXE",
      "Lnk",
      "exe.",
      "js ",
      "com",
    ])
      expect(checkName(`通知.pdf.${ending}`), ending).toMatchObject({ code: "program-refused" });
    for (const fine of ["通知.exe.pdf", "batch.jpg", "url.pdf", "关于.js的说明.pdf"])
      expect(checkName(fine)).toEqual({ verdict: "good" });
  });

  it("is shown without the characters that hide or turn others, and shortened", () => {
    expect(printableName("a\u202Egpj.exe")).toBe("a\uFFFDgpj.exe");
    expect(printableName("长".repeat(300)).length).toBeLessThanOrEqual(80);
  });
});
