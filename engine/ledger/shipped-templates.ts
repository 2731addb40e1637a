// 出厂台账模板: shipped as data, every one held against the same rules as what a clerk designs.
import { readFileSync } from "node:fs";
import { z } from "zod";
import { shippedTemplate, type ShippedTemplate } from "#contract/ledger-design";
import { resourcePath } from "#engine/resources";

const templateFile = z.object({ version: z.number().int().min(1), order: z.array(z.string()).min(1) });

let known: { version: number; templates: readonly ShippedTemplate[] } | undefined;

const readShipped = (name: string): unknown =>
  JSON.parse(readFileSync(resourcePath(`ledger-templates/${name}.json`), "utf8"));

/** The shipped templates in the order they are offered, and their version. Throws when one was not shipped or is not what it should be. */
export function shippedTemplates(): { version: number; templates: readonly ShippedTemplate[] } {
  if (known) return known;
  const { version, order } = templateFile.parse(readShipped("templates"));
  known = { version, templates: order.map((code) => shippedTemplate.parse(readShipped(code))) };
  return known;
}
