const numbered = (name: string, index: number, count: number): string => (count === 1 ? name : `${name}${index + 1}`);

/** The name of the cover's sheet: 封面, or 封面1, 封面2 … when one file holds several catalogues. */
export function coverSheetName(index: number, count: number): string {
  return numbered("封面", index, count);
}

/** The name of the list's sheet: 目录, or 目录1, 目录2 … */
export function listSheetName(index: number, count: number): string {
  return numbered("目录", index, count);
}
