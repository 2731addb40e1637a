// P5, P9 at the terminal: it puts the same questions at the same door and gets the same no.
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testPassphrase } from "#test/support/archive";
import { builtProgram } from "#test/support/built-program";
import { canary, personArchive, type PersonArchive } from "#test/support/person-archive";
import { aRequest } from "#test/support/rights";

let archive: PersonArchive;
let requestId = "";
let cli = "";

/** What the command line says, whether it was answered or refused. */
async function call(name: string, input: object): Promise<string> {
  const words = ["call", name, JSON.stringify(input), "--archive", archive.folder];
  const passphrase = ["--passphrase-file", join(archive.around, "口令.txt")];
  const run = promisify(execFile)(process.execPath, [cli, ...words, ...passphrase]);
  return run.then(
    ({ stdout }) => stdout,
    ({ stdout }: { stdout: string }) => stdout,
  );
}

beforeAll(async () => {
  cli = await builtProgram("engine/cli.ts");
  archive = await personArchive();
  requestId = (await aRequest(archive, "access")).id;
  await writeFile(join(archive.around, "口令.txt"), `${testPassphrase}\n`);
  await archive.engine.ask("archive.lock", {});
});
afterAll(() => archive.remove());

describe("the command line", () => {
  it("sees: a person is looked up inside one ledger, twenty rows at most", async () => {
    const said = await call("ledger.lookup", { ledgerId: archive.aid.id, words: canary.name });
    expect(said).toContain(archive.aidRow.id);
    expect(said).not.toContain(archive.sharedRow.id);
  });

  it("gathers nobody's rows before the identity was checked, and gives no copy", async () => {
    expect(await call("rights-request.gather", { id: requestId })).toContain("request-not-identified");
    const to = join(archive.around, "副本.pdf");
    expect(await call("rights-request.write-copy", { id: requestId, to })).toContain("request-not-identified");
  });

  it("shows a sensitive value for a reason only, and a key never", async () => {
    const look = { id: archive.resident.id, field: "idNumber" };
    expect(await call("resident.reveal", look)).not.toContain(canary.idNumber);
    expect(await call("page.open", { id: "x" })).toContain("role-missing");
  });

  it("has no row of her in what leads from her record", async () => {
    for (const [name, input] of [
      ["resident.read", { id: archive.resident.id }],
      ["consent.list", { residentId: archive.resident.id }],
      ["household.lookup", { words: canary.householdNumber }],
      ["journal.list", { offset: 0, limit: 200 }],
    ] as const) {
      const said = await call(name, input);
      for (const row of [archive.aidRow, archive.sharedRow, archive.typedRow]) expect(said, name).not.toContain(row.id);
    }
  });
});
