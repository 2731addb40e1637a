// The title a list may show: a restricted item is named neutrally outside its own page (personal-data P6).
import type { AccessClass } from "#contract/access";

/** The item's own title, or the neutral one; a restricted item without one is only said to be restricted. */
export const shownTitle = (item: { access: AccessClass; title: string; neutralTitle: string }): string =>
  item.access === "restricted" ? item.neutralTitle || "（限制件，未写对外题名）" : item.title;
