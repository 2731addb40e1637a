// Every sentence a person may get: what happened, is the data safe, what to do (design: rules of the hand).
import { describe, expect, it } from "vitest";
import { inputWarningText } from "#contract/input-check";
import { refusalCode } from "#contract/refusal";
import { refusalText } from "#contract/refusal-text";
import { listFiles, projectFolder } from "./tree.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const sentences = Object.entries(refusalText);
/** Words that say what became of the data. */
const isSafe = /未|没有|完好|不受影响|都在|退回|已保存|未变|一字不动|原样/;
const saysWhatToDo = /请|可/;
/** Words that have to stay Latin: formats, standards, and values filled in. */
const latin = /\{\w+\}|JPEG|PNG|TIFF|PDF|OFD|DOCX|MP3|MP4|WAV|ZIP|UTF-8|GB|DTD|FAT32|NTFS|exFAT|\.partial/g;

describe("a refusal", () => {
  it.each(sentences)("%s says what happened, what became of the data and what to do", (_, sentence) => {
    expect(sentence).toMatch(/^\S.*。$/);
    expect(sentence).toMatch(isSafe);
    expect(sentence).toMatch(saysWhatToDo);
    expect(sentence.length).toBeGreaterThanOrEqual(12);
    expect(sentence.length).toBeLessThanOrEqual(90);
  });

  it.each(sentences)("%s has no raw English", (_, sentence) => {
    expect(sentence.replace(latin, "")).not.toMatch(/[A-Za-z]/);
  });

  it.each([...sentences, ...Object.entries(inputWarningText)])("%s keeps its braces whole", (_, sentence) => {
    expect(sentence.replace(/\{[a-z]\w*\}/g, "")).not.toMatch(/[{}]/);
  });

  it("has its own words: no two codes say the same", () => {
    expect(new Set(sentences.map(([, sentence]) => sentence)).size).toBe(sentences.length);
  });

  it("is thrown somewhere: no code is left over", () => {
    const code = listFiles(projectFolder, ["contract", "db", "engine", "electron", "renderer"], [".ts", ".tsx"])
      .filter((file) => !file.startsWith("contract/refusal"))
      .map((file) => readFileSync(join(projectFolder, file), "utf8"))
      .join("\n");
    expect(refusalCode.options.filter((option) => !code.includes(`"${option}"`))).toEqual([]);
  });
});
