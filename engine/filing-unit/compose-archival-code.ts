// 档号 by template: elements kept apart, empty ones drop with their separator (DA/T 22-2015, 5.4; DA/T 13-2022).
import { type CodeElements, renderArchivalCode } from "#contract/code-template";
import { Refusal } from "#contract/refusal";

/**
 * Z109-WS·2011-Y-BGS-0001, Z109-WS·2011·Y·BGS-0001, J019-KU·01·2017-001-001: by the template of the 门类
 * (contract/code-template.ts, templateOf). A volume's own 档号 has no itemNumber. Refuses archival-code-template-invalid.
 */
export function composeArchivalCode(template: string, of: CodeElements): string {
  const code = renderArchivalCode(template, of);
  if (code === null) throw new Refusal("archival-code-template-invalid");
  return code;
}
