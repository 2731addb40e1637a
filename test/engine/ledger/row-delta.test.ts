// The first line of a row's history: what there is to seal of it, and that it reads the same either way.
import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { LedgerRowId } from "#contract/ledger-row";
import { openDelta, sealDelta, sealMaking } from "#engine/ledger/row-delta";

const key = randomBytes(32);
const rowId = "0123456789abcdef0123456789abcdef" as LedgerRowId;
const opened = (sealed: Buffer) => openDelta(key, { changeId: "c", rowId, revision: 1, sealed });
const made = { cells: {}, links: {}, secrets: {}, stands: [false, true] as [boolean, boolean] };

describe("the making of a row", () => {
  it("without a reason seals nothing, and reads as one that was sealed by an earlier program", () => {
    const sealed = sealMaking(key, "c", rowId, "");
    expect(sealed).toHaveLength(0);
    expect(opened(sealed)).toEqual({ ...made, why: "" });
    expect(opened(sealed)).toEqual(opened(sealDelta(key, "c", rowId, { ...made, why: "" })));
  });

  it("with a reason is sealed under the row's key", () => {
    const sealed = sealMaking(key, "c", rowId, "补录去年的走访");
    expect(sealed.toString("utf8")).not.toContain("补录");
    expect(opened(sealed)).toEqual({ ...made, why: "补录去年的走访" });
    expect(() => openDelta(randomBytes(32), { changeId: "c", rowId, revision: 1, sealed })).toThrow();
  });
});
