/**
 * How a sample paper is written down. Every line of `text` is one paragraph; its beginning says what it is:
 * `# ` title, `## ` heading, `> ` addressee at the margin, `>> ` signature at the right, `| ` row of a table with cells
 * parted by ` | ` (the first row is its head), `^ ` a large line of a cover, anything else a paragraph.
 * @typedef {object} PaperPart
 * @property {"正文" | "附件" | "复文" | "来文"} kind
 * @property {string} [title] of an annex
 * @property {string} [head] red head: the issuing body
 * @property {string} [number] 文号 under the red head
 * @property {string} [closing] last line of the last page, between two rules (版记)
 * @property {boolean} [isStamped] with the round stamp that says it is a sample
 * @property {string} text
 *
 * @typedef {object} PaperFacts what a clerk would describe (DA/T 18-2022)
 * @property {string} title
 * @property {string} creator
 * @property {string} documentNumber
 * @property {string} documentDate
 * @property {"Y" | "D30" | "D10"} retention
 * @property {string} matter code of the 机构(问题)
 * @property {string} remark
 *
 * @typedef {object} Paper
 * @property {string} name begins the names of its files
 * @property {PaperFacts} facts
 * @property {PaperPart[]} parts
 */
export {};
