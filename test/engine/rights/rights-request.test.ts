// 个人信息权利申请: what is refused before anything is shown, then what each kind of request does (personal-data P9; PIPL 44–50).
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wholeDay } from "#contract/whole-day";
import { canary, neighbour, personArchive, type PersonArchive } from "#test/support/person-archive";
import { aRequest, granted, identified } from "#test/support/rights";

let archive: PersonArchive;
const ask: PersonArchive["engine"]["ask"] = (...given) => archive.engine.ask(...given);
beforeAll(async () => void (archive = await personArchive()));
afterAll(() => archive.remove());

describe("a request is refused", () => {
  it("when it was received on a day that has not come", async () => {
    await expect(aRequest(archive, "access", { receivedOn: wholeDay.parse("2999-01-01") })).rejects.toMatchObject({
      code: "date-in-future",
    });
  });

  it("when somebody asks for another and does not say who she is", async () => {
    await expect(aRequest(archive, "access", { askedBy: "kin" })).rejects.toMatchObject({
      code: "request-applicant-missing",
    });
  });

  it("when it names a record that is not there", async () => {
    await expect(aRequest(archive, "access", { residentId: "nobody" as never })).rejects.toMatchObject({
      code: "resident-not-found",
    });
  });

  it("its rows before the identity was checked", async () => {
    const { id } = await aRequest(archive, "access");
    await expect(ask("rights-request.gather", { id })).rejects.toMatchObject({ code: "request-not-identified" });
  });

  it("its granting before the rows were gathered, and before the identity was checked", async () => {
    const request = await aRequest(archive, "deletion");
    const decide = (revision: number): Promise<unknown> =>
      ask("rights-request.decide", { id: request.id, revision, decision: "granted", reasonCode: "granted" });
    await expect(decide(request.revision)).rejects.toMatchObject({ code: "request-not-identified" });
    const known = await identified(archive, request);
    await expect(decide(known.revision)).rejects.toMatchObject({ code: "request-not-gathered" });
    expect(await ask("resident.read", { id: archive.resident.id })).toMatchObject({ name: canary.name });
  });

  it("the check of a guardian by her own card alone", async () => {
    const given = { askedBy: "guardian", applicant: "李某", relation: "母亲" } as const;
    await expect(identified(archive, await aRequest(archive, "access", given))).rejects.toMatchObject({
      code: "request-way-wrong",
    });
  });

  it("a second end, and an end of what somebody else has changed meanwhile", async () => {
    const { id, revision } = await aRequest(archive, "access");
    const refuse = (seen: number): Promise<unknown> =>
      ask("rights-request.decide", { id, revision: seen, decision: "refused", reasonCode: "not-entitled" });
    await expect(refuse(revision + 1)).rejects.toMatchObject({ code: "request-changed" });
    await refuse(revision);
    await expect(refuse(revision + 1)).rejects.toMatchObject({ code: "request-ended" });
    await expect(ask("rights-request.gather", { id })).rejects.toMatchObject({ code: "request-ended" });
  });
});

describe("a request", () => {
  it("gets the next number of the year it was received in, and a day to be answered by", async () => {
    const first = await aRequest(archive, "copy", { receivedOn: wholeDay.parse("2023-12-20") });
    const second = await aRequest(archive, "copy", { receivedOn: wholeDay.parse("2023-12-21") });
    expect([first.year, first.number, second.number]).toEqual([2023, 1, 2]);
    expect(first.dueOn).toBe("2024-01-19");
    expect(first.enteredAt.slice(0, 10)).not.toBe(first.receivedOn);
  });

  it("is listed without a name", async () => {
    const lines = await ask("rights-request.list", { year: 2023 });
    expect(lines).toHaveLength(2);
    expect(JSON.stringify(lines)).not.toContain(canary.name);
  });

  it("gathers her rows of all ledgers with their purpose, and leaves out what belongs to another", async () => {
    const { id } = await identified(archive, await aRequest(archive, "access"));
    const gathered = await ask("rights-request.gather", { id });
    expect(gathered.ledgers.map((ledger) => ledger.rows.length)).toEqual([1, 1]);
    expect(gathered.ledgers.every((ledger) => ledger.purpose !== "" && ledger.basisWords !== "")).toBe(true);
    expect(gathered.secrets.map(({ value }) => value)).toEqual([canary.idNumber, canary.account]);
    const words = JSON.stringify(gathered);
    expect(words).toContain(canary.illness);
    for (const value of [neighbour.name, neighbour.phone, neighbour.idNumber]) expect(words).not.toContain(value);
    // 民族 leaves only where its own record is open (P3).
    expect(words).not.toContain(canary.ethnicity);
    const shared = gathered.ledgers.flatMap(({ rows }) => rows).find(({ rowId }) => rowId === archive.sharedRow.id);
    expect(shared?.namesOthers).toBe(true);
    expect(shared?.cells.filter((cell) => cell.isWithheld).map(({ heading }) => heading)).toEqual([
      "同住人",
      "同住人电话",
    ]);
  });

  it("tells of rows that only have her name, and takes in those a keeper confirms", async () => {
    const { id } = await identified(archive, await aRequest(archive, "access"));
    const gathered = await ask("rights-request.gather", { id });
    expect(gathered.alike.map(({ rowId }) => rowId)).toEqual([archive.typedRow.id]);
    const again = await ask("rights-request.gather", { id, confirmed: [archive.typedRow.id] });
    expect(again.alike).toEqual([]);
    expect(again.ledgers.flatMap(({ rows }) => rows).map(({ rowId }) => rowId)).toContain(archive.typedRow.id);
  });

  it("leaves an entry in the log each time it gathers, without a word of the person", async () => {
    const { entries } = await ask("journal.list", { offset: 0, limit: 200 });
    expect(entries.filter(({ action }) => action === "rights-request.gather").length).toBeGreaterThanOrEqual(3);
    for (const word of Object.values(canary)) expect(JSON.stringify(entries)).not.toContain(word);
  });

  it("for a restriction keeps record and rows from being changed until it is lifted", async () => {
    const { request } = await granted(archive, "restriction");
    expect(request.isRestricting).toBe(true);
    const [row] = await ask("ledger.rows", { ledgerId: archive.aid.id, seqs: [archive.aidRow.seq] });
    expect(row?.isRestricted).toBe(true);
    const change = { id: row!.id, revision: row!.revision, cells: { note: "改" } } as never;
    const write = ask("ledger.write-rows", { ledgerId: archive.aid.id, kind: "edit", rows: [change] });
    await expect(write).rejects.toMatchObject({ code: "ledger-row-restricted" });
    await expect(
      ask("resident.reveal", { id: archive.resident.id, field: "idNumber", reasonCode: "check-entry" }),
    ).rejects.toMatchObject({ code: "resident-restricted" });
    const lifted = await ask("rights-request.lift", { id: request.id });
    expect(lifted.isRestricting).toBe(false);
    expect((await ask("resident.read", { id: archive.resident.id })).isRestricted).toBe(false);
    await expect(ask("rights-request.lift", { id: request.id })).rejects.toMatchObject({
      code: "request-not-restricting",
    });
  });

  it("for a deletion the law does not allow yet restricts instead (PIPL 47)", async () => {
    const { request, erasure } = await granted(archive, "deletion", "partly-granted");
    expect(erasure).toBeNull();
    expect(request.isRestricting).toBe(true);
    expect((await ask("resident.read", { id: archive.resident.id })).isRestricted).toBe(true);
    await ask("rights-request.lift", { id: request.id });
  });
});
