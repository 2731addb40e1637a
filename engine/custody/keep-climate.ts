// 温湿度: readings written down, judged by the limits in force.
import { archivalDate } from "#contract/archival-date";
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { dropClimateReading, findClimateReading, getClimateReading, putClimateReading } from "#db/climate-reading";
import type { WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { custodyRulesOf } from "./keep-rules.ts";
import { refuseFuture } from "./local-day.ts";

type Keep = "climate-reading.keep";

/** Refuses date-in-future, climate-reading-exists (another reading of this room at this minute). */
export function keepClimate(db: WriteDb, input: Input<Keep>, desk: Desk): Written<Output<Keep>> {
  refuseFuture(input.readOn, desk.clock.now());
  const id = input.id ?? desk.makeId();
  const same = findClimateReading(db, input);
  if (same !== undefined && same !== id)
    throw new Refusal("climate-reading-exists", { room: input.room, date: input.readOn, time: input.readTime });
  const { temperature, humidity } = custodyRulesOf(db);
  const isOut =
    input.temperature < temperature.least ||
    input.temperature > temperature.most ||
    input.humidity < humidity.least ||
    input.humidity > humidity.most;
  const before = getClimateReading(db, id);
  const after = { ...input, id, readOn: archivalDate.parse(input.readOn), isOut, enteredAt: desk.clock.now() };
  putClimateReading(db, after);
  return {
    output: after,
    objectId: id,
    before,
    after,
    undo: before ? { name: "climate-reading.keep", input: before } : { name: "climate-reading.remove", input: { id } },
    nouns: ["climate-reading", "custody"],
  };
}

/** Refuses custody-record-missing. */
export function removeClimate(
  db: WriteDb,
  { id }: Input<"climate-reading.remove">,
): Written<Output<"climate-reading.remove">> {
  const before = getClimateReading(db, id);
  if (!before) throw new Refusal("custody-record-missing");
  dropClimateReading(db, id);
  return {
    output: {},
    objectId: id,
    before,
    undo: { name: "climate-reading.keep", input: before },
    nouns: ["climate-reading", "custody"],
  };
}
