import { ask } from "#bridge/call";
import { recoveryText } from "#text/recovery";

/** Eight groups of six digits: what CodeGroups needs to know of a recovery sheet. */
export const sheetGroups = {
  count: 8,
  digits: 6,
  words: {
    label: recoveryText.groupLabel,
    isRight: recoveryText.isRight,
    isWrong: recoveryText.isWrong,
    isOpen: recoveryText.isOpen,
  },
  check: async (place: number, group: string): Promise<boolean> =>
    (await ask("recovery.check-group", { place, group })).isRight,
};
