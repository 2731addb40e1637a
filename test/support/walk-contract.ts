// Puts every question of the contract with inputs a clerk could put, made of its own schema: a procedure that comes later is walked
// without a line here, and one whose input cannot be made is named, so that a rule about all of them stays a rule about all.
import { mkdir, mkdtemp } from "node:fs/promises";
import { basename, dirname, isAbsolute, join } from "node:path";
import { z } from "zod";
import { contract, type Name } from "#contract/contract";
import type { Kind } from "#contract/procedure";
import type { Reply } from "#contract/wire";
import { canary, neighbour, type PersonArchive } from "./person-archive.ts";

export type Walked = { readonly name: Name; readonly input: unknown; readonly reply: Reply; readonly text: string };
type Schema = {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  default?: unknown;
  minItems?: number;
  minimum?: number;
  pattern?: string;
  additionalProperties?: Schema | boolean;
  propertyNames?: Schema;
};

/** What stands in the archive that a question may name, by what the field is called. */
export type World = Readonly<Record<string, readonly unknown[]>>;

/** Everything of the planted persons, and one of each other thing there is. */
export async function worldOf(archive: PersonArchive, more: World = {}): Promise<World> {
  const { ask } = archive.engine;
  const out = await mkdtemp(join(archive.around, "out-"));
  await mkdir(join(out, "sub"));
  const consents = await ask("consent.list", { residentId: archive.resident.id });
  const request = await ask("rights-request.register", {
    ...{ kind: "access", askedBy: "self", residentId: archive.resident.id, subject: canary.name, wish: "查阅" },
    receivedOn: "2024-06-03" as never,
  });
  const [own, one, two] = [archive.resident.id, archive.aid.id, archive.visit.id];
  const rows = [archive.aidRow, archive.sharedRow, archive.typedRow];
  const rowIds = rows.map(({ id }) => id);
  const said = [canary.name, canary.phone, canary.idNumber, canary.address, canary.householdNumber, "oyby"];
  return {
    fondsId: [archive.fondsId],
    year: [2024],
    id: [own, one, two, ...rowIds, archive.household.id, request.id, ...consents.map(({ id }) => id), archive.other.id],
    residentId: [own, archive.other.id],
    into: [own],
    subjectId: [own, ...rowIds],
    householdId: [archive.household.id],
    ledgerId: [one, two],
    rowId: rowIds,
    seqs: [rows.map(({ seq }) => seq)],
    recordId: [one, two, request.id, own, ...rowIds],
    words: said,
    beginning: [canary.name, canary.phone],
    name: [canary.name],
    idNumber: [canary.idNumber, ""],
    revision: [1, 2],
    intoRevision: [1],
    column: ["who", "note", "illness", "idNumber"],
    field: ["illness", "idNumber", "who", "note", "title"],
    code: ["aid", "visit-two"],
    from: ["2024-01-01"],
    to: [join(out, "file.pdf"), join(out, "book.xlsx"), join(out, "package"), "2024-12-31"],
    path: [join(out, "sub")],
    paths: [[join(out, "sub")]],
    folder: [out],
    month: ["2024-03"],
    period: ["2024", "2024-03", "2024-04"],
    bornOn: ["1990-01-01"],
    formId: (await ask("form.list", {}))
      .map((form) => form.id)
      .toSorted((a, b) => Number(personal.has(b)) - Number(personal.has(a))),
    category: ["WS"],
    ...more,
  };
}

/** Forms that print something of a ledger or a person, walked first. */
const personal = new Set<string>([
  "privacy-notice",
  "consent",
  "consent-sensitive",
  "impact-assessment",
  "rights-request",
]);

const date = "2024-03-05";
const isDate = (name: string): boolean => /(?:On|Date|day)$/.test(name);

/** Values of one field, the likeliest first; none when its schema says nothing one could make up. */
function valuesOf(name: string, schema: Schema, world: World, depth = 0): unknown[] {
  const known = world[name];
  if (schema.const !== undefined) return [schema.const];
  if (schema.enum) return schema.enum;
  const some = schema.anyOf ?? schema.oneOf;
  if (some) {
    const all = some.flatMap((each) => valuesOf(name, each, world, depth + 1));
    return [...all.filter((each) => each !== null), ...all.filter((each) => each === null)];
  }
  if (schema.allOf) return schema.allOf.flatMap((each) => valuesOf(name, each, world, depth + 1)).slice(0, 4);
  switch (schema.type) {
    case "object":
      return depth > 6 ? [] : objectsOf(schema, world, depth + 1);
    case "array": {
      if (known?.some(Array.isArray)) return [...known];
      const items = valuesOf(singular(name), schema.items ?? {}, world, depth + 1);
      return items.length > 0 ? [[items[0]], items.slice(0, 3)] : (schema.minItems ?? 0) > 0 ? [] : [[]];
    }
    case "string":
      if (known) return known.filter((each) => typeof each === "string");
      if (isDate(name)) return [date];
      return schema.pattern === undefined ? [schema.default ?? "试"] : [schema.default ?? "2024-03-05", "1"];
    case "integer":
    case "number":
      return (known ?? [schema.default ?? Math.max(1, schema.minimum ?? 1)]).filter((each) => typeof each === "number");
    case "boolean":
      return [schema.default ?? true];
    case "null":
      return [null];
    default:
      return known ? [...known] : [schema.default ?? "试"];
  }
}

const singular = (name: string): string => (name === "rows" ? "row" : name.replace(/s$/, ""));

/** One object with the likeliest of everything, then one for each other value of each field. */
function objectsOf({ properties = {}, required = [] }: Schema, world: World, depth: number): unknown[] {
  const fields = Object.entries(properties).map(([name, schema]) => ({
    name,
    values: valuesOf(name, schema, world, depth),
    isNeeded: required.includes(name),
    isNamed: Object.hasOwn(world, name),
  }));
  if (fields.some(({ values, isNeeded }) => isNeeded && values.length === 0)) return [];
  const base = Object.fromEntries(
    fields
      .filter(({ values, isNeeded, isNamed }) => values.length > 0 && (isNeeded || isNamed))
      .map(({ name, values }) => [name, values[0]]),
  );
  const needed = Object.fromEntries(Object.entries(base).filter(([name]) => required.includes(name)));
  const others = fields.flatMap(({ name, values }) =>
    values.slice(0, 16).map((value) => ({ ...needed, [name]: value })),
  );
  return [base, needed, ...others];
}

/** Inputs for one procedure, each once. */
export function inputsFor(name: Name, world: World): unknown[] {
  const schema = z.toJSONSchema(contract[name].input, { io: "input", unrepresentable: "any" }) as Schema;
  const made = valuesOf("", schema, world);
  const own = world[name] ?? [];
  return [...new Map([...own, ...made].map((each) => [JSON.stringify(each), each])).values()];
}

export const namesOf = (kind: Kind): Name[] =>
  (Object.keys(contract) as Name[]).filter((name) => contract[name].kind === kind);

let targets = 0;
/** No two writings go to one path, or the second is refused before it shows what it would have written. */
function withOwnTarget(input: unknown): unknown {
  if (typeof input !== "object" || input === null || !("to" in input) || typeof input.to !== "string") return input;
  return isAbsolute(input.to) ? { ...input, to: join(dirname(input.to), `${++targets}-${basename(input.to)}`) } : input;
}

/** Puts one question every way there is. */
export async function walkOne(archive: Pick<PersonArchive, "engine">, name: Name, world: World): Promise<Walked[]> {
  const walked: Walked[] = [];
  for (const made of inputsFor(name, world)) {
    const input = withOwnTarget(made);
    const reply = await archive.engine.reply({ id: `walk ${name}`, seat: "window", name, input });
    walked.push({ name, input, reply, text: JSON.stringify(reply) });
  }
  return walked;
}

/** Puts every read every way there is. */
export async function walkReads(archive: Pick<PersonArchive, "engine">, world: World): Promise<Walked[]> {
  const walked: Walked[] = [];
  for (const name of namesOf("read")) walked.push(...(await walkOne(archive, name, world)));
  return walked;
}

/** Reads no input was found for that they take: whoever adds one says here what may be asked (`world[name]`). */
export const unasked = (walked: readonly Walked[], names: readonly Name[]): Name[] =>
  names.filter(
    (name) =>
      !walked.some(
        ({ name: asked, reply }) =>
          asked === name && (reply.ok || ("refusal" in reply && reply.refusal.code !== "input-invalid")),
      ),
  );

export const nobodyElse = [neighbour.name, neighbour.phone, neighbour.idNumber] as const;
