// 单选, 多选, 是否: a value of the list, however it was written.
import { kept, refused, type CellReading } from "./cell-reading.ts";

/** Most words: characters alone. */
const asItIs = /^[\u4e00-\u9fff]*$/;
const plain = (text: string): string =>
  asItIs.test(text)
    ? text
    : text
        .normalize("NFKC")
        .replaceAll(/[\s\p{Cf}]/gu, "")
        .toLowerCase();
const yes = new Set("是 有 对 √ ✓ ✔ ☑ y yes true 1".split(" "));
const no = new Set("否 无 不是 没有 × ✗ ✘ x ☐ n no false 0".split(" "));

type Choices = { readonly choices: readonly string[]; readonly isOpenChoice: boolean };

/** The choices of a column by their plain spelling, the first of two that are spelled alike: a table asks for them row by row. */
const spellings = new WeakMap<readonly string[], ReadonlyMap<string, string>>();

function choiceOf(typed: string, choices: readonly string[]): string | undefined {
  let known = spellings.get(choices);
  if (!known) {
    known = new Map(choices.toReversed().map((choice) => [plain(choice), choice]));
    spellings.set(choices, known);
  }
  return known.get(plain(typed));
}

/** One value of the list in the spelling of the list; another one only where the list is open. */
export function checkChoice(typed: string, { choices, isOpenChoice }: Choices): CellReading {
  const choice = choiceOf(typed, choices) ?? (isOpenChoice ? typed.normalize("NFC").trim() : undefined);
  return choice === undefined ? refused("choice-unknown") : kept(choice);
}

/** Values parted by 、 , ; or a line's end, each once, joined by 、. */
export function checkTags(typed: string, rules: Choices): CellReading {
  const parts = typed.split(/[、,，;；\n]+/u).map((part) => part.trim());
  const tags = new Set<string>();
  for (const part of parts.filter((each) => each !== "")) {
    const reading = checkChoice(part, rules);
    if (reading.value === "") return reading;
    tags.add(reading.value);
  }
  return kept([...tags].join("、"));
}

/** "是" or "否". */
export function checkYesNo(typed: string): CellReading {
  const text = plain(typed);
  if (yes.has(text)) return kept("是");
  return no.has(text) ? kept("否") : refused("yes-no-unreadable");
}
