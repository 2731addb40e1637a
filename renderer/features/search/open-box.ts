import type { BoxId } from "#contract/place-of-item";
import { ask } from "#bridge/call";
import { sayThrown } from "#bridge/notices";
import type { Place } from "#bridge/place";
import { chooseFonds, chooseYear } from "#bridge/use-scope";

/** To 装盒 with this box chosen: its 全宗, 门类 and year first, for boxes are shown a year at a time. */
export async function openBox(id: BoxId, go: (next: Place) => void): Promise<void> {
  try {
    const { box } = await ask("box.read", { id });
    chooseFonds(box.fondsId);
    chooseYear(box.year);
    go({ page: "box", boxId: id, category: box.category });
  } catch (thrown) {
    sayThrown(thrown);
  }
}
