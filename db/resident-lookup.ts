// A person is looked up by what the clerk has in her hand: a name, its pinyin, a whole 户号, a whole ID number (P4, P5).
import { and, eq, isNull, ne, sql, type SQL } from "drizzle-orm";
import type { ArchivalDate } from "#contract/archival-date";
import { mostHits, type ResidentHit, type ResidentId } from "#contract/resident";
import { householdTable } from "./household.ts";
import type { ReadDb } from "./open.ts";
import { residentTable } from "./resident.ts";

const hit = {
  id: residentTable.id,
  name: residentTable.name,
  sex: residentTable.sex,
  bornOn: residentTable.bornOn,
  householdNumber: sql<string>`coalesce(${householdTable.number}, '')`,
  address: sql<string>`coalesce(${householdTable.address}, '')`,
  revision: residentTable.revision,
  isRestricted: residentTable.isRestricted,
};

/** Standing records only, 20 at most, in the order of `ranks`, then of names and ages. */
function findHits(db: ReadDb, condition: SQL | undefined, ranks: readonly SQL[] = []): ResidentHit[] {
  return db
    .select(hit)
    .from(residentTable)
    .leftJoin(householdTable, eq(householdTable.id, residentTable.householdId))
    .where(and(isNull(residentTable.joinedTo), condition))
    .orderBy(...ranks, residentTable.name, residentTable.bornOn, residentTable.seq)
    .limit(mostHits)
    .all();
}

/** Names that hold the words: the same name first, then those that begin so. */
export function findByName(db: ReadDb, words: string): ResidentHit[] {
  const place = sql`instr(${residentTable.name}, ${words})`;
  return findHits(db, sql`${place} > 0`, [sql`${residentTable.name} <> ${words}`, place]);
}

/** Names that may be said or shortened so: `letters` is the beginning of one of their ways (engine/resident/sounds-of-name). */
export function findBySound(db: ReadDb, letters: string): ResidentHit[] {
  const isWhole = sql`instr(${residentTable.sounds}, ${` ${letters} `}) = 0`;
  return findHits(db, sql`instr(${residentTable.sounds}, ${` ${letters}`}) > 0`, [isWhole]);
}

/** Members of the household of this 户号. */
export function findByHousehold(db: ReadDb, number: string): ResidentHit[] {
  return findHits(db, eq(householdTable.number, number));
}

/** Whose ID number has this keyed digest. */
export function findByIdDigest(db: ReadDb, digest: string, except: ResidentId | null = null): ResidentHit[] {
  return findHits(
    db,
    and(
      eq(residentTable.idNumberDigest, digest),
      // Said once more as the index says it: it holds only records that have a number.
      sql`${residentTable.idNumberDigest} <> ''`,
      except === null ? undefined : ne(residentTable.id, except),
    ),
  );
}

/** Who bears this very name and birth date. */
export function findByNameAndBirth(
  db: ReadDb,
  name: string,
  bornOn: ArchivalDate,
  except: ResidentId | null,
): ResidentHit[] {
  return findHits(
    db,
    and(
      eq(residentTable.name, name),
      eq(residentTable.bornOn, bornOn),
      except === null ? undefined : ne(residentTable.id, except),
    ),
  );
}
