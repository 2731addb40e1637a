import { printableText } from "#engine/paper/printable-text";
import { fieldOf, sayField } from "./field-names.ts";

const place = /\{([^{}]{1,40})\}/g;

/** The words of a template with the form's fields in their places. */
export function fillWords(words: string, fields: Readonly<Record<string, string>>): string {
  return printableText(words.replaceAll(place, (_, name: string) => fields[fieldOf(name)] ?? ""));
}

/** The same for running text: its lines stay lines. */
export function fillLines(words: string, fields: Readonly<Record<string, string>>): string {
  return words
    .split("\n")
    .map((line) => fillWords(line, fields))
    .join("\n");
}

/** The fields a template names, each once. */
export function namedFields(words: string): string[] {
  return [...new Set([...words.matchAll(place)].map(([, name = ""]) => fieldOf(name)))];
}

/** A template as the clerk reads and writes it: {年度}. */
export function sayWords(words: string): string {
  return words.replaceAll(place, (_, name: string) => `{${sayField(fieldOf(name))}}`);
}
