// Codes of refusals about ledgers, residents, their rights and duties; refusal.ts has all others.
export const ledgerRefusals = ["ledger-not-found"] as const;
