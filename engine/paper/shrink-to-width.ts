import type { FontShelf } from "./font-shelf.ts";
import { textWidth } from "./text-style.ts";
import type { TextStyle } from "./text-style.ts";

/** The style in which a text fits one line of `widthMm`: as given, or smaller in steps of a tenth of a point. */
export function shrinkToWidth(shelf: FontShelf, style: TextStyle, text: string, widthMm: number): TextStyle {
  const width = textWidth(shelf, style, text);
  if (width <= widthMm) return style;
  return { ...style, sizePt: Math.floor(((style.sizePt * widthMm) / width) * 10) / 10 };
}
