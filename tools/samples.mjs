// npm run samples: renders resources/sample-papers anew. The result is committed, so that a fresh clone has papers to try;
// the same texts give the same files.
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { openPdf } from "#engine/helper/pdfium";
import { archiveRules, openAffairs, receptionLedger, yearReport } from "./samples/ledger-papers.mjs";
import { meetingMinutes, meetingNotice, publicityPlan, workPlan } from "./samples/community-papers.mjs";
import { drawPaper } from "./samples/draw-paper.mjs";
import { filingRules } from "./samples/filing-rules.mjs";
import { lookScanned } from "./samples/scan-look.mjs";
import { filingNotice, shelfRequest } from "./samples/street-papers.mjs";

const PAGES = 22;
const MOST_BYTES = 6_000_000;
const root = path.resolve(import.meta.dirname, "..");
const fonts = path.join(root, "resources/fonts");
const folder = path.join(root, "resources/sample-papers");

const scanned = [workPlan, meetingNotice, filingNotice, meetingMinutes, archiveRules];
scanned.push(publicityPlan, shelfRequest, openAffairs, yearReport, receptionLedger);

/** @typedef {{ kind: string; title: string; files: string[] }} DescribedPart */
/** @type {{ facts: import("./samples/paper-form.mjs").PaperFacts; parts: DescribedPart[]; isLate?: boolean }[]} */
const items = [];
/** @type {Map<string, Buffer | string>} */
const files = new Map();
let pageCount = 0;
for (const paper of scanned) {
  const { pdf, pages } = await drawPaper(fonts, paper);
  const pictures = await drawPages(pdf);
  const parts = paper.parts.map(({ kind, title = "" }) => ({ kind, title, files: /** @type {string[]} */ ([]) }));
  for (const [at, page] of pages.entries()) {
    const name = `${paper.name}-${String(at + 1).padStart(2, "0")}`;
    const picture = pictures[at];
    if (!picture) throw new Error(`${name} was not drawn`);
    files.set(`${name}.jpg`, await lookScanned(picture, (pageCount += 1)));
    files.set(`${name}.txt`, `${page.lines.join("\n")}\n`);
    parts[page.part]?.files.push(`${name}.jpg`);
  }
  items.push({ facts: paper.facts, parts, ...(paper === receptionLedger && { isLate: true }) });
  process.stderr.write(`${paper.name}: ${pages.length} page(s)\n`);
}
const whole = await drawPaper(fonts, filingRules);
files.set(`${filingRules.name}.pdf`, whole.pdf);
files.set(`${filingRules.name}.txt`, `${whole.pages.map(({ lines }) => lines.join("\n")).join("\n\f")}\n`);
items.push({ facts: filingRules.facts, parts: [{ kind: "正文", title: "", files: [`${filingRules.name}.pdf`] }] });
const fonds = { code: "X001", name: "幸福社区", unit: "幸福社区居民委员会" };
files.set("papers.json", `${JSON.stringify({ year: 2024, fonds, items }, null, 2)}\n`);

const bytes = [...files.values()].reduce((sum, content) => sum + Buffer.byteLength(content), 0);
if (pageCount !== PAGES) throw new Error(`${pageCount} scanned pages instead of ${PAGES}: a text grew or shrank`);
if (bytes > MOST_BYTES) throw new Error(`${bytes} bytes are more than ${MOST_BYTES}`);
await mkdir(folder, { recursive: true });
for (const name of await readdir(folder)) if (!files.has(name)) await rm(path.join(folder, name));
for (const [name, content] of files) await writeFile(path.join(folder, name), content);
console.log(`samples: ok ${pageCount} pages, PDF of ${whole.pages.length} pages, ${bytes} bytes in ${folder}`);

/**
 * @param {Buffer} pdf our own
 * @returns {Promise<{ pixels: Buffer; width: number; height: number }[]>} RGB at 200 dpi
 */
async function drawPages(pdf) {
  const document = await openPdf(pdf);
  if (document === "damaged" || document === "locked") throw new Error("our own PDF cannot be read");
  const pictures = [];
  for (let at = 0; at < document.pageCount; at += 1) {
    const picture = document.draw(at, () => 200);
    if (picture) pictures.push(picture);
  }
  document.close();
  return pictures;
}
