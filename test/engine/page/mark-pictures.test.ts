// What is measured on pictures: clean papers have no mark, damaged ones have theirs, and the figures stand where they do.
import { describe, expect, it } from "vitest";
import type { PageMarkName } from "#contract/page-mark";
import { judgePicture } from "#engine/helper/judge-picture";
import { hasRedHead, markPicture, resolutionOf } from "#engine/page/mark-rules";
import { markResolution } from "#engine/page/mark-facts";
import { findSamePage, likeness } from "#engine/page/mark-same-page";
import {
  blankPage,
  blurred,
  cutOff,
  darkened,
  glaring,
  laidAgain,
  samplePage,
  samplePages,
} from "#test/fixtures/damaged-page";

const marksOf = async (bytes: Buffer): Promise<PageMarkName[]> => [...markPicture(await judgePicture(bytes)).keys()];
const some = [
  ["work-plan", 1],
  ["open-affairs", 1],
  ["reception-ledger", 2],
] as const;

describe("papers as they come from a scanner", () => {
  it("have no mark at all: 22 pages, none wrongly marked; red heads are seen, and only those", async () => {
    const wrong: string[] = [];
    const red: string[] = [];
    const prints: { readonly name: string; readonly fingerprint: Uint8Array }[] = [];
    for (const { name, at, bytes } of samplePages()) {
      const facts = await judgePicture(bytes);
      const marks = [...markPicture(facts).keys()];
      if (marks.length > 0) wrong.push(`${name} ${at}: ${marks.join()}`);
      if (hasRedHead(facts)) red.push(`${name} ${at}`);
      const same = findSamePage(facts.fingerprint, prints);
      if (same) wrong.push(`${name} ${at} same as ${same.name}`);
      prints.push({ name: `${name} ${at}`, fingerprint: facts.fingerprint });
    }
    expect(wrong).toEqual([]);
    expect(red).toEqual(
      [
        "work-plan 1",
        "filing-notice 1",
        "archive-rules 1",
        "publicity-plan 1",
        "shelf-request 1",
        "shelf-request 2",
      ].concat("year-report 1"),
    );
  });
});

describe("a damaged page", () => {
  it.each(some)("%s %i is found blurred, dark, glaring and cut", async (name, at) => {
    const page = samplePage(name, at);
    expect(await marksOf(await blurred(page))).toContain("blur");
    expect(await marksOf(await blurred(page, 5))).toContain("blur");
    expect(await marksOf(await darkened(page))).toContain("dark");
    expect(await marksOf(await glaring(page))).toContain("glare");
    expect(await marksOf(await cutOff(page, "left"))).toContain("cut-edge");
  });

  it("is found cut through a line at its foot", async () => {
    expect(await marksOf(await cutOff(samplePage("year-report", 2), "bottom"))).toContain("cut-edge");
  });

  it.each(some)("%s %i is known again when it was scanned twice", async (name, at) => {
    const page = samplePage(name, at);
    const first = (await judgePicture(page)).fingerprint;
    for (const degrees of [1.2, -1.6]) {
      const again = (await judgePicture(await laidAgain(page, degrees))).fingerprint;
      expect(likeness(first, again)).toBeGreaterThan(0.88);
    }
  });
});

describe("a blank page", () => {
  const kinds = {
    "is white": {},
    "is dusty": { specks: 120 },
    "shows the print behind it": { behind: samplePage("work-plan", 1) },
    "has punched holes and the shadow of the lid": { hasHoles: true, hasShadow: true, specks: 30 },
    "is noisy": { ink: 40 },
  };
  it.each(Object.entries(kinds))("%s", async (_, kind) => {
    expect(await marksOf(await blankPage(kind))).toEqual(["blank"]);
  });

  it("is not one that holds a page number alone, or one faint stamp", async () => {
    const { default: sharp } = await import("sharp");
    const number = await sharp(samplePage("work-plan", 2))
      .extract({ left: 700, top: 2150, width: 260, height: 110 })
      .toBuffer();
    const onBlank = await sharp(await blankPage())
      .composite([{ input: number, left: 700, top: 2150 }])
      .jpeg()
      .toBuffer();
    expect(await marksOf(onBlank)).toEqual([]);
    const stamp = await sharp(samplePage("work-plan", 2))
      .extract({ left: 700, top: 1200, width: 420, height: 420 })
      .toBuffer();
    const faint = await sharp(stamp).linear(0.5, 122).toBuffer();
    const stamped = await sharp(await blankPage())
      .composite([{ input: faint, left: 700, top: 1200 }])
      .jpeg()
      .toBuffer();
    expect(await marksOf(stamped)).not.toContain("blank");
  });
});

describe("resolution (DA/T 31-2017, 9.4)", () => {
  const page = { width: 1654, height: 2339, colourMode: "colour" } as const;
  it("is taken as stated, or reckoned by A4 and said to be so", () => {
    expect(markResolution({ ...page, dpi: 200 })).toEqual(new Map());
    expect(markResolution({ ...page, dpi: 198 })).toEqual(new Map());
    expect(markResolution({ ...page, dpi: 150 })).toEqual(new Map([["low-resolution", "150"]]));
    expect(resolutionOf({ ...page, dpi: null })).toEqual({ dpi: 200, isStated: false });
    expect(markResolution({ width: 827, height: 1169, dpi: null, colourMode: "grey" })).toEqual(
      new Map([["low-resolution", "about:100"]]),
    );
  });
});
