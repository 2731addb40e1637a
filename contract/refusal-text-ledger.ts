// Sentences of refusals about ledgers, residents, their rights and duties; refusal-text.ts has all others and the rules for them.
import type { ledgerRefusals } from "./refusal-ledger.ts";

export const ledgerRefusalText: Record<(typeof ledgerRefusals)[number], string> = {
  "ledger-not-found": "没有找到这本台账，它可能已被移除，其他台账未变。请刷新台账列表后再试。",
};
