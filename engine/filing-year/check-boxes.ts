// 混装, 未装盒, 缺备考表: boxes never mix year, term or matter (DA/T 22-2015, 6.4).
import type { ConsistencyFinding } from "#contract/consistency";
import type { BoxRecord } from "#db/box";
import type { ItemRecord } from "#db/item";
import type { VolumeRecord } from "#db/volume";
import { finding } from "./finding.ts";

type Classed = Pick<ItemRecord, "fondsId" | "category" | "year" | "retention" | "matterId">;
const isSameClass = (one: Classed, other: Classed): boolean =>
  one.fondsId === other.fondsId &&
  one.category === other.category &&
  one.year === other.year &&
  one.retention === other.retention &&
  one.matterId === other.matterId;

/** Electronic items lie in no box, items of a volume lie in its box. */
const needsBox = (item: ItemRecord): boolean =>
  item.state === "filed" && item.volumeId === null && item.carrier !== "digital";

/** Findings of the boxes of a year and of what lies in none. */
export function checkBoxes(
  items: readonly ItemRecord[],
  volumes: readonly VolumeRecord[],
  boxes: readonly BoxRecord[],
): ConsistencyFinding[] {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const used = new Set<string>();
  const found: ConsistencyFinding[] = [];
  const look = (
    each: Classed & { boxId: BoxRecord["id"] | null },
    about: { item?: ItemRecord; volume?: VolumeRecord },
  ) => {
    if (each.boxId === null) {
      found.push(finding("unboxed", about, "还没有装盒。"));
      return;
    }
    used.add(each.boxId);
    const box = byId.get(each.boxId);
    if (!box || !isSameClass(each, box))
      found.push(
        finding(
          "box-mixed",
          { ...about, ...(box && { box }) },
          "所在的盒与这一件的年度、期限或机构（问题）不同，不得混装。",
        ),
      );
  };
  for (const item of items) if (needsBox(item) || (item.state === "filed" && item.boxId)) look(item, { item });
  for (const volume of volumes) if (volume.state === "filed" && volume.kind === "volume") look(volume, { volume });
  for (const box of boxes)
    if (used.has(box.id) && (box.note === "" || box.arrangedBy === "" || box.arrangedOn === ""))
      found.push(finding("box-note-missing", { box }, "盒内备考表还没有填写（盒内文件情况说明、整理人、整理日期）。"));
  return found;
}
