// Tokens of the index of pages: whatever is asked for a piece of a text stands among the tokens of the text (T07).
import { describe, expect, it } from "vitest";
import { foldText } from "#db/fold-text";
import { pageGrams } from "#db/page-grams";
import { pageLines } from "#tools/bench/office-words";
import { seededNumbers } from "#tools/bench/seeded";

const askedFor = (word: string): string[] => pageGrams.piecesOf(word).map(pageGrams.tokenOf);

describe("tokens of a page", () => {
  it("have those of every piece of it, of 1 to 60 characters", () => {
    const pick = seededNumbers(4);
    const text = foldText(`${pageLines(7).join("")}𠮷田𠮷野家龘䶮，〔2012〕15号`);
    const tokens = new Set(pageGrams.tokensOf(text).split(" "));
    const characters = [...text];
    for (let length = 1; length <= 60; length++) {
      const at = pick(characters.length - length);
      const piece = characters.slice(at, at + length).join("");
      for (const token of askedFor(piece)) expect(tokens.has(token), `${piece} ${token}`).toBe(true);
    }
    for (const piece of ["𠮷", "𠮷田", "田𠮷野", "𠮷田𠮷野", "家龘䶮201"])
      for (const token of askedFor(piece)) expect(tokens.has(token), piece).toBe(true);
  });

  it("are the word itself up to two characters, two pairs of three, signs of more; a long word has few", () => {
    expect(askedFor("低")).toEqual(["低"]);
    expect(askedFor("低保")).toEqual(["低保"]);
    expect(askedFor("低保户")).toEqual(["低保", "保户"]);
    expect(askedFor("居民代表")).toHaveLength(1);
    expect(askedFor("居民代表会议")).toHaveLength(3);
    expect(askedFor("居".repeat(3) + foldText(pageLines(3).join(""))).length).toBeLessThanOrEqual(21);
    expect(["低", "低保", "低保户", "居民代表"].map(pageGrams.isToken)).toEqual([true, true, false, false]);
  });

  it("never take a sign for a word: signs are marks, and folding leaves no mark", () => {
    const fours = pageGrams.tokensOf("居民代表会议纪要").split(" ").slice(-5);
    for (const sign of fours) {
      expect(sign).toMatch(/^[\u0300-\u036f]{3}$/u);
      expect(foldText(sign)).toBe("");
    }
    expect(new Set(fours).size).toBe(5);
    for (let mark = 0x300; mark < 0x370; mark++) expect(foldText(`a${String.fromCharCode(mark)}`)).toBe("a");
  });
});
