import { rm } from "node:fs/promises";
import path from "node:path";
import Database from "better-sqlite3";
import { archivalDate } from "#contract/archival-date";
import { systemClock } from "#engine/clock";
import { randomId } from "#engine/id";
import { enterHousehold } from "#engine/resident/keep-household";
import { enterResident } from "#engine/resident/keep-resident";
import { soundsOfName } from "#engine/resident/sounds-of-name";
import { loadReadings } from "#engine/search/say-readings";
import { closeArchive } from "#engine/vault/open-archive";
import { newArchive, passphrase } from "./big-archive.mjs";
import { timePairs } from "./measure.mjs";
import { onEngine } from "./on-engine.mjs";
import { atMost, row } from "./row.mjs";
import { seededNumbers } from "./seeded.mjs";

const surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈";
const given =
  "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰玉华建国志文海波晓红梅春燕鹏飞小龙云辉东宇凤琴雪佳思琪梓涵浩然子轩欣怡雨桐";
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** Residents of one household, about. */
const together = 3;

/**
 * The n-th made-up resident; the region of the number does not exist.
 * @param {number} serial
 * @param {(below: number) => number} pick
 */
function residentOf(serial, pick) {
  /** @param {string} from */
  const one = (from) => from[pick(from.length)] ?? "";
  const name = one(surnames) + one(given) + (pick(5) === 0 ? "" : one(given));
  const [year, month, day] = [1935 + pick(80), 1 + pick(12), 1 + pick(28)];
  const born = [year, month, day].map((part) => String(part).padStart(2, "0"));
  const digits = `9999${String(serial % 100).padStart(2, "0")}${born.join("")}${String(Math.floor(serial / 100)).padStart(3, "0")}`;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return { name, bornOn: born.join("-"), idNumber: digits + "10X98765432"[sum % 11] };
}

/**
 * Persons looked up while somebody types, among as many as a large community has (N13).
 * @type {import("./bench-run.mjs").Section}
 */
export async function measureResidents(run) {
  const { ledgerRows: count, rounds } = run.sizes;
  const folder = path.join(run.folder, "residents.lindang");
  const pick = seededNumbers(50);
  const people = Array.from({ length: count }, (_, at) => residentOf(at, pick));
  run.say(`entering ${count.toLocaleString("en")} residents`);
  await fillResidents(folder, people);
  const flat = flatTable(people, await loadReadings());
  const known = people[Math.floor(count / 2)] ?? { name: "", idNumber: "" };
  const questions = [
    { what: "one character", words: "王", column: "name" },
    { what: "two characters", words: known.name.slice(0, 2), column: "name" },
    { what: "a given name", words: "建国", column: "name" },
    { what: "initials: wxm", words: "wxm", column: "sounds" },
    { what: "pinyin half typed: zhangji", words: "zhangji", column: "sounds" },
    { what: "letters nobody's name has", words: "qqzzx", column: "sounds" },
    { what: "a whole 户号", words: String(Math.floor(count / together / 2)).padStart(6, "0"), column: "household" },
    { what: "a whole ID number, by its keyed digest", words: known.idNumber, column: "id_number" },
  ];
  const rows = await onEngine(run, { folder, passphrase }, async (door) => {
    const measured = [];
    for (const { what, words, column } of questions) {
      const statement = flat.prepare(`SELECT * FROM flat WHERE ${column} LIKE '%' || ? || '%' LIMIT 20`);
      const runs = await timePairs(
        rounds,
        () => door.ask("resident.lookup", { words }),
        () => statement.all(words),
      );
      measured.push(
        row({
          what: `${what}, at most 20 of them`,
          ...runs,
          alternative: "LIKE over a flat table in clear, plain SQLite in memory: no order, no channel",
          goal: atMost(100, "≤ 100 ms"),
        }),
      );
    }
    return measured;
  });
  flat.close();
  await rm(folder, { recursive: true, force: true });
  return { data: `${count.toLocaleString("en")} residents, ID numbers sealed; engine as child process`, rows };
}

/**
 * Enters them with the engine's own functions, in transactions of a thousand.
 * @param {string} folder
 * @param {readonly ReturnType<typeof residentOf>[]} people
 */
async function fillResidents(folder, people) {
  const archive = await newArchive(folder);
  const desk = { archive, clock: systemClock, makeId: randomId, sayReadings: await loadReadings() };
  /** @type {import("#contract/resident").HouseholdId | null} */
  let householdId = null;
  for (let at = 0; at < people.length; at += 1000)
    archive.connection.write((db) => {
      for (const [of, { name, bornOn, idNumber }] of people.slice(at, at + 1000).entries()) {
        if ((at + of) % together === 0) {
          const number = householdNumber(at + of);
          const home = { number, address: `幸福路${number}号`, grid: `第${1 + (of % 9)}网格` };
          householdId = enterHousehold(db, home, desk).output.id;
        }
        const fields = { name, sex: /** @type {const} */ (""), bornOn: archivalDate.parse(bornOn), phone: "" };
        enterResident(db, { ...fields, householdId, idNumber, account: "" }, desk);
      }
    });
  await closeArchive(archive);
}

/** @param {number} at */
const householdNumber = (at) => String(Math.floor(at / together)).padStart(6, "0");

/**
 * The same persons as a program would keep them that seals nothing.
 * @param {readonly ReturnType<typeof residentOf>[]} people
 * @param {Awaited<ReturnType<typeof loadReadings>>} readings
 */
function flatTable(people, readings) {
  const flat = new Database(":memory:");
  flat.exec("CREATE TABLE flat (name TEXT, sounds TEXT, born_on TEXT, household TEXT, id_number TEXT)");
  const insert = flat.prepare("INSERT INTO flat VALUES (?, ?, ?, ?, ?)");
  flat.transaction(() =>
    people.forEach(({ name, bornOn, idNumber }, at) => {
      insert.run(name, soundsOfName(name, readings), bornOn, householdNumber(at), idNumber);
    }),
  )();
  return flat;
}
