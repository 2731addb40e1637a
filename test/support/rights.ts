// A request brought as far as a test needs it.
import type { Asked, Output } from "#contract/contract";
import type { RightsRequest, RightsRequestKind } from "#contract/rights-request";
import { wholeDay } from "#contract/whole-day";
import type { TestArchive } from "./archive.ts";
import { canary, type PersonArchive } from "./person-archive.ts";

type Register = Asked<"rights-request.register">;

/** Registered, not identified. */
export const aRequest = (
  archive: PersonArchive,
  kind: RightsRequestKind,
  given: Partial<Register> = {},
): Promise<RightsRequest> =>
  archive.engine.ask("rights-request.register", {
    ...{ kind, askedBy: "self", residentId: archive.resident.id, subject: canary.name, wish: "请按规定办理" },
    receivedOn: wholeDay.parse("2024-06-03"),
    ...given,
  });

/** The identity of a registered one is checked. */
export const identified = (archive: TestArchive, { id, revision, residentId }: RightsRequest): Promise<RightsRequest> =>
  archive.engine.ask("rights-request.identify", { id, revision, way: "id-card", by: "王敏", residentId });

/** Registered, identified, gathered and granted. */
export async function granted(
  archive: PersonArchive,
  kind: RightsRequestKind,
  decision: "granted" | "partly-granted" = "granted",
): Promise<Output<"rights-request.decide">> {
  const { id, revision } = await identified(archive, await aRequest(archive, kind));
  await archive.engine.ask("rights-request.gather", { id });
  const reasonCode = decision === "granted" ? "granted" : "term-by-law";
  return archive.engine.ask("rights-request.decide", { id, revision, decision, reasonCode });
}
