// Sentences with places to fill in, the same for refusals and warnings.

/** A sentence with its `{places}` filled in; an unfilled place is shown as 「—」, never as braces. */
export function fillSentence(sentence: string, details: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? "—"));
}
