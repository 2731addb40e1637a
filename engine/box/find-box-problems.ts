// What is worth a look about the boxes of one class, as they are or as planned (DA/T 22-2015, 6.4). None of it stops anything.
import type { BoxEntry, BoxFinding } from "#contract/box";
import type { BoxingRules } from "#contract/boxing-rules";
import type { BoxedClass } from "./boxed-class.ts";
import { fillOfBox } from "./fill-of-box.ts";
import { mostMm } from "./pack-runs.ts";
import type { BoxPlan } from "./plan-class.ts";

type Code = BoxFinding["code"];
const sayBox = (box: BoxPlan): string => (box.boxNumber > 0 ? `盒 ${box.boxNumber}` : "新盒");

/** Findings of a class in the order of its boxes, then of its entries. */
export function findBoxProblems(of: BoxedClass, boxes: readonly BoxPlan[], rules: BoxingRules): BoxFinding[] {
  const about = (code: Code, message: string, box: BoxPlan | null, entry: BoxEntry | null): BoxFinding => ({
    code,
    unitId: of.unitId,
    boxId: box?.id ?? null,
    entryId: entry?.id ?? null,
    archivalCode: entry?.archivalCode ?? "",
    message,
  });
  const boxOf = new Map(boxes.flatMap((box) => box.entries.map((entry) => [entry.id, box] as const)));
  const found: BoxFinding[] = [];
  boxes.forEach((box, at) => {
    const { entryCount, thicknessMm, usableMm } = fillOfBox(box.entries, box.spineMm, rules);
    if (entryCount === 0) found.push(about("empty", `${sayBox(box)}是空的。可以撤去，或放入件。`, box, null));
    else if (thicknessMm > usableMm)
      found.push(
        about(
          "overfull",
          `${sayBox(box)}约 ${thicknessMm} 毫米，超过可装的 ${usableMm} 毫米。请换宽盒或移出几件。`,
          box,
          null,
        ),
      );
    else if (thicknessMm < usableMm * rules.leastFill && at < boxes.length - 1)
      found.push(about("underfilled", `${sayBox(box)}装得不满（约 ${thicknessMm} 毫米）。`, box, null));
  });
  found.push(
    ...outOfOrder(of, boxOf).map((box) => about("out-of-order", `${sayBox(box)}的件号不连续，请核对。`, box, null)),
  );
  for (const entry of of.entries) {
    if (boxOf.has(entry.id)) continue;
    if (entry.thicknessMm === null)
      found.push(about("thickness-missing", `${entry.archivalCode} 没有厚度，量好填写后才能装盒。`, null, entry));
    else if (entry.thicknessMm > mostMm(rules))
      found.push(
        about(
          "too-thick",
          `${entry.archivalCode} 厚 ${entry.thicknessMm} 毫米，最宽的盒也放不下，请单独存放。`,
          null,
          entry,
        ),
      );
    else found.push(about("not-boxed", `${entry.archivalCode} 还没有装盒。`, null, entry));
  }
  return found;
}

/** Boxes whose entries do not follow one another without another box's entry between them. */
function outOfOrder(of: BoxedClass, boxOf: ReadonlyMap<string, BoxPlan>): BoxPlan[] {
  const order = of.entries.flatMap((entry) => boxOf.get(entry.id) ?? []);
  const left = new Set<BoxPlan>();
  const broken = new Set<BoxPlan>();
  order.forEach((box, at) => {
    if (left.has(box)) broken.add(box);
    const next = order[at + 1];
    if (next !== box) left.add(box);
  });
  return [...broken];
}
