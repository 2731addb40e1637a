// An archive of an earlier program is opened: its database is copied, climbs and is checked, and whoever waits is told each of it.
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { makeOlderArchive } from "#test/fixtures/older-archive";
import { testCost, testEngine } from "#test/support/archive";

const passphrase = "旧年的口令 2025";
let around = "";
beforeEach(async () => void (around = await mkdtemp(join(tmpdir(), "lindang-upgrade-"))));
afterEach(() => rm(around, { recursive: true, force: true }));

it("tells copying, climbing and checking under the id of the question, and nothing the next time", async () => {
  const folder = join(around, "旧社区.lindang");
  await makeOlderArchive({ folder, schema: 17, passphrase, cost: testCost, pages: 30 });
  const { engine, events } = testEngine();
  const unlock = (id: string, given = passphrase) =>
    engine.reply({ id, name: "archive.unlock", input: { folder, passphrase: given }, seat: "window" });
  const told = () => events.flatMap((event) => (event.kind === "progress" ? [event] : []));

  expect(await unlock("wrong", "不是这个口令")).toMatchObject({ ok: false, refusal: { code: "passphrase-wrong" } });
  expect(told()).toEqual([]);

  expect(await unlock("first")).toMatchObject({ ok: true, value: { archiveId: "older" } });
  expect([...new Set(told().map(({ phase }) => phase))]).toEqual(["备份旧库", "升级", "核对"]);
  expect(new Set(told().map(({ taskId, procedure, unit }) => `${taskId} ${procedure} ${unit}`))).toEqual(
    new Set(["first archive.unlock step"]),
  );
  expect(existsSync(join(folder, "archive.db.before-18"))).toBe(true);
  expect((await engine.ask("scan.tray", { offset: 0, limit: 50 })).total).toBe(30);

  await engine.ask("archive.lock", {});
  events.length = 0;
  expect(await unlock("second")).toMatchObject({ ok: true });
  expect(told()).toEqual([]);
  await engine.close();
});
