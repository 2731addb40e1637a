// Random bytes drawn in blocks: a nonce given twice under one key would give away what was sealed with it.
import { describe, expect, it } from "vitest";
import { randomDraw } from "#db/random-draw";
import { randomNonce } from "#db/random-nonce";
import { randomId } from "#engine/id";

/** More than two blocks. */
const many = 1200;

describe("bytes drawn in blocks", () => {
  it("are as many as were asked for and never the same, from block to block", () => {
    const draw = randomDraw(16);
    const drawn = Array.from({ length: many }, draw);
    expect(drawn.every(({ length }) => length === 16)).toBe(true);
    expect(new Set(drawn.map((each) => each.toString("hex"))).size).toBe(many);
  });

  it("stay what they were when others are drawn", () => {
    const draw = randomDraw(12);
    const [first, copy] = [draw()].flatMap((each) => [each, Buffer.from(each)]);
    for (let at = 0; at < many; at += 1) draw();
    expect(first).toEqual(copy);
  });

  it("are no byte of another's block", () => {
    const [ones, others] = [randomDraw(12), randomDraw(12)];
    const drawn = Array.from({ length: many }, () => [ones().toString("hex"), others().toString("hex")]).flat();
    expect(new Set(drawn).size).toBe(2 * many);
  });
});

it("a nonce has 96 bits and a name 32 hex digits; neither comes twice", () => {
  const nonces = Array.from({ length: many }, randomNonce);
  expect(nonces.every(({ length }) => length === 12)).toBe(true);
  expect(new Set(nonces.map((each) => each.toString("hex"))).size).toBe(many);
  const names = Array.from({ length: many }, randomId);
  expect(names.every((name) => /^[0-9a-f]{32}$/.test(name))).toBe(true);
  expect(new Set(names).size).toBe(many);
});
