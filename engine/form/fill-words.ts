import { printableText } from "#engine/paper/printable-text";

const place = /\{([A-Za-z]+)\}/g;

/** The words of a template with the form's fields in their places. */
export function fillWords(words: string, fields: Readonly<Record<string, string>>): string {
  return printableText(words.replaceAll(place, (_, name: string) => fields[name] ?? ""));
}

/** The fields a template names, each once. */
export function namedFields(words: string): string[] {
  return [...new Set([...words.matchAll(place)].map(([, name = ""]) => name))];
}
