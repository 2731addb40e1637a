// 建立档案库: folder, keys, first person, first fonds. What fails leaves no half archive behind.
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, rm } from "node:fs/promises";
import { unknownDate } from "#contract/archival-date";
import { personId } from "#contract/archive";
import type { Input } from "#contract/contract";
import { fondsId, type Fonds } from "#contract/fonds";
import { Refusal } from "#contract/refusal";
import { schemeId } from "#contract/scheme";
import { addMatter, putFonds } from "#db/fonds";
import { makeSubKeys, putContentKey } from "#db/keys";
import { openDatabase } from "#db/open";
import { migrate } from "#db/migrate";
import { addPerson } from "#db/person";
import { addFirstScheme } from "#db/scheme";
import { putArchive } from "#db/setting";
import { refusalOfIo } from "#engine/refuse-io";
import type { House } from "#engine/house";
import { writeStep } from "#engine/write-step";
import { archivePaths } from "./archive-folder.ts";
import { layBallast } from "./ballast.ts";
import { recoveryLabel, writeSlots } from "./key-slot.ts";
import { holdArchive } from "./lock-file.ts";
import type { OpenArchive } from "./open-archive.ts";
import { costOfHouse, newSlot } from "./new-slot.ts";
import { makeRecoveryGroups, secretOfGroups } from "./recovery-code.ts";
import { refuseShortPassphrase } from "./refuse-short-passphrase.ts";
import { starterMatters } from "./starter-matters.ts";
import { layStarterSchedule } from "./starter-schedule.ts";

async function makeEmptyFolder(folder: string): Promise<{ wasThere: boolean }> {
  const wasThere = existsSync(folder);
  if (wasThere && (await readdir(folder)).length > 0) throw new Refusal("archive-exists");
  await mkdir(folder, { recursive: true });
  return { wasThere };
}

/** Makes the archive and leaves it open; the recovery groups are in the answer and nowhere else. */
export async function createArchive(
  house: House,
  input: Input<"archive.create">,
): Promise<{ archive: OpenArchive; recoveryGroups: string[] }> {
  refuseShortPassphrase(input.passphrase);
  const { wasThere } = await makeEmptyFolder(input.folder).catch((error: unknown) => {
    throw refusalOfIo(error);
  });
  try {
    return await fill(house, input);
  } catch (error) {
    // An empty folder the clerk made herself stays; what we put into it goes.
    for (const name of await readdir(input.folder))
      await rm(`${input.folder}/${name}`, { recursive: true, force: true });
    if (!wasThere) await rm(input.folder, { recursive: true, force: true });
    throw refusalOfIo(error);
  }
}

async function fill(
  house: House,
  input: Input<"archive.create">,
): Promise<{ archive: OpenArchive; recoveryGroups: string[] }> {
  const { folder } = input;
  const release = await holdArchive(folder);
  const cost = await costOfHouse(house);
  const archiveKey = randomBytes(32);
  const recoveryGroups = makeRecoveryGroups();
  const passphraseSlot = await newSlot(
    house,
    { label: input.label, kind: "passphrase", secret: input.passphrase },
    archiveKey,
    cost,
  );
  const recovery = { label: recoveryLabel, kind: "recovery", secret: secretOfGroups(recoveryGroups) } as const;
  const slots = [passphraseSlot, await newSlot(house, recovery, archiveKey, cost)];
  await mkdir(archivePaths(folder).files, { recursive: true });
  const connection = openDatabase(archivePaths(folder).database, archiveKey, { mayCreate: true });
  try {
    migrate(connection.raw);
    const at = house.clock.now();
    const person = {
      id: personId.parse(house.makeId()),
      name: input.personName || input.label,
      roles: ["clerk", "supervisor"] as const,
      rights: ["party"] as const,
    };
    const archiveId = house.makeId();
    const keys = connection.write((db) => makeSubKeys(db));
    const archive: OpenArchive = {
      folder,
      id: archiveId,
      name: input.name,
      connection,
      archiveKey,
      keys,
      person,
      unlockedAt: at,
      failedUnlocks: 0,
      isDiskFull: false,
      release,
    };
    await writeStep(house, archive, "archive.create", (db) => {
      putArchive(db, { id: archiveId, name: input.name, createdAt: at, createdByVersion: house.programVersion });
      addPerson(db, person, passphraseSlot.id, at);
      putContentKey(db, keys, person.id, "person", randomBytes(32));
      const given = input.fonds ?? { code: "", name: input.name, unit: input.name };
      const fonds: Fonds = {
        ...given,
        unit: given.unit || given.name,
        id: fondsId.parse(house.makeId()),
        codeStandard: "DA/T 22-2015",
        openedOn: unknownDate,
        closedOn: unknownDate,
        composition: "",
      };
      putFonds(db, fonds);
      addFirstScheme(db, fonds.id, schemeId.parse(house.makeId()), at);
      for (const matter of starterMatters(fonds.id, fonds.composition, () => house.makeId())) addMatter(db, matter);
      layStarterSchedule(db, at);
      return { output: undefined, objectId: archiveId, after: { name: input.name }, nouns: ["archive"] };
    });
    // Slots last: a folder without slots.json is no archive, so a crash before this line leaves nothing that looks like one.
    await writeSlots(folder, { format: 1, lastBackupDate: null, slots });
    await layBallast(folder);
    return { archive, recoveryGroups };
  } catch (error) {
    connection.close();
    throw error;
  }
}
