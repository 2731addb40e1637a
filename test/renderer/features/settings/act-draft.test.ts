import { describe, expect, it } from "vitest";
import { unknownDate } from "#contract/archival-date";
import { type Fonds, fondsId, matterId } from "#contract/fonds";
import { type ActDraft, actOf, classKey, namedForLooking, placeOf, startDraft } from "#features/settings/act-draft";

const fonds: Fonds = {
  id: fondsId.parse("f1"),
  code: "C001",
  name: "幸福社区",
  unit: "幸福社区居委会",
  codeStandard: "DA/T 13-2022",
  openedOn: unknownDate,
  closedOn: unknownDate,
  composition: "shared",
};
const other = fondsId.parse("f2");
const zz = matterId.parse("m1");
const draft = (change: Partial<ActDraft> = {}): ActDraft => ({ ...startDraft(fonds), ...change });
const named = draft().successors.map((each, at) => ({ ...each, code: ` c01${at} `, name: `社区${at + 1}` }));

describe("an act as it is filled in", () => {
  it("is none while something is missing", () => {
    expect(actOf("rename", fonds, draft({ name: " " }), [])).toBeNull();
    expect(actOf("merge", fonds, draft(), [])).toBeNull();
    expect(actOf("merge", fonds, draft({ withIds: [other] }), [])).toBeNull();
    expect(actOf("divide", fonds, draft(), [])).toBeNull();
    expect(actOf("divide", fonds, draft({ successors: named.slice(1) }), [])).toBeNull();
    expect(actOf("divide", fonds, draft({ successors: [{ ...named[0]!, code: "ü" }, named[1]!] }), [])).toBeNull();
  });

  it("merges into a new fonds of two, or one into another, never a fonds into itself", () => {
    const founded = { ...draft().founded, code: "c009", name: "新社区" };
    expect(actOf("merge", fonds, draft({ withIds: [other], founded }), [])).toMatchObject({
      fondsIds: ["f1", "f2"],
      into: { found: { code: "C009", name: "新社区", codeStandard: "DA/T 13-2022" } },
    });
    expect(actOf("merge", fonds, draft({ into: other, withIds: [other] }), [])).toMatchObject({
      fondsIds: ["f1"],
      into: { fondsId: "f2" },
    });
  });

  it("gives every open class a successor, the first where none was chosen or the chosen one is gone", () => {
    const classes = [classKey("WS", zz), classKey("WS", null), classKey("KU", null)];
    const places = { [classes[0]!]: 1, [classes[2]!]: 5 };
    const act = actOf("divide", fonds, draft({ successors: named, places }), classes);
    expect(act).toMatchObject({
      successors: [{ code: "C010" }, { code: "C011" }],
      assignments: [
        { category: "WS", matterId: "m1", successor: 1 },
        { category: "WS", matterId: null, successor: 0 },
        { category: "KU", matterId: null, successor: 0 },
      ],
    });
    expect(placeOf(draft({ places }), classes[2]!)).toBe(0);
  });

  it("can be looked at before its successors are named", () => {
    expect(actOf("divide", fonds, namedForLooking(draft()), [])).not.toBeNull();
    expect(actOf("close", fonds, draft(), [])).toMatchObject({ successorId: null });
  });
});
