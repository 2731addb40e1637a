// Set L of the search benchmark: seeded, gone on with where it was broken off, its pages found.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Output } from "#contract/contract";
import { makeSetL } from "#tools/bench/set-l";
import { testEngine } from "#test/support/archive";

it("is made in two goes and searched", async () => {
  const around = await mkdtemp(join(tmpdir(), "lindang-set-l-"));
  const folder = join(around, "set.lindang");
  const quiet = (): void => undefined;
  expect((await makeSetL(folder, 20, quiet)).made).toBe(2);
  const whole = await makeSetL(folder, 600, quiet);
  expect([whole.items, whole.made]).toEqual([60, 58]);
  const { engine, faults } = testEngine();
  await engine.ask("archive.unlock", { folder, passphrase: whole.passphrase });
  // Made by this program: not a page is indexed anew because somebody opens it.
  expect((await engine.ask("search.state", {})).duePages).toBe(0);
  // A look ends after a twentieth of a second, on a busy machine before all is seen.
  let found = 0;
  for (let from: number | null = null; ;) {
    const answer: Output<"search.find-pages"> = await engine.ask("search.find-pages", { words: "的", from });
    found += answer.hits.length;
    if (answer.next === null) break;
    from = answer.next;
  }
  expect(found).toBeGreaterThan(10);
  expect((await engine.ask("search.find", { words: "社区" })).total).toBeGreaterThan(1);
  // Whoever has it made anew is told of all of it: nothing is done of it in the background meanwhile.
  expect(await engine.ask("search.rebuild", {})).toEqual({ items: 60, pages: 600 });
  expect(faults).toEqual([]);
  await engine.close();
  await rm(around, { recursive: true, force: true });
});
