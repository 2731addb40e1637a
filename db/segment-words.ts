// One Han character = one token: exact for one, two and n characters (tech: Chinese search, measured).

const han = /\p{Script=Han}/gu;

/** Text for the index: NFKC, a space on both sides of every Han character. */
export function segmentWords(text: string): string {
  return text.normalize("NFKC").replace(han, " $& ");
}

/**
 * An FTS5 query for what a person typed: each blank-separated word a phrase of its tokens, joined by AND; a word that
 * ends in a letter or digit also matches longer ones. Null when nothing searchable was typed.
 */
export function queryForWords(words: string): string | null {
  const phrases = words
    .normalize("NFKC")
    .split(/\s+/)
    .map((word) => segmentWords(word).match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [])
    .filter((tokens) => tokens.length > 0)
    .map(
      (tokens) =>
        `"${tokens.join(" ")}"${/[\p{L}\p{N}]$/u.test(tokens.at(-1) ?? "") && !/\p{Script=Han}$/u.test(tokens.at(-1) ?? "") ? "*" : ""}`,
    );
  return phrases.length === 0 ? null : phrases.join(" AND ");
}
