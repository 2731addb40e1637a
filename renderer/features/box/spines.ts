// Boxes there are, and boxes of a preview, as spines to draw.
import type { Box, BoxFinding } from "#contract/box";
import type { Output } from "#contract/contract";
import { retentionLabel } from "#contract/retention";
import { boxText } from "#text/box";
import type { Spine } from "./spine-shelf.tsx";

/** Boxes of the page in order; the first of a class has its name over it. */
export function spinesOf(boxes: readonly Box[], findings: readonly BoxFinding[], withHeadings: boolean): Spine[] {
  const marked = new Set(findings.flatMap((finding) => (finding.code === "underfilled" ? [] : (finding.boxId ?? []))));
  return boxes.map((box, at) => ({
    ...box,
    key: box.id,
    isFresh: false,
    hasFinding: marked.has(box.id),
    heading:
      withHeadings && boxes[at - 1]?.unitId !== box.unitId
        ? boxText.className(retentionLabel(box.retention), box.matterName)
        : "",
  }));
}

/** The boxes of a preview in order. */
export function plannedSpines(plan: Output<"box.plan">, withHeadings: boolean): Spine[] {
  return plan.units.flatMap((unit) =>
    unit.boxes.map((box, at) => ({
      ...box,
      key: box.id ?? `${unitKey(unit.unitId)} ${at}`,
      isFresh: box.id === null || box.isChanged,
      hasFinding: false,
      heading: withHeadings && at === 0 ? boxText.className(retentionLabel(unit.retention), unit.matterName) : "",
    })),
  );
}
const unitKey = (id: string): string => `new ${id}`;
