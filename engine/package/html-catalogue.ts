import { printDate } from "#contract/archival-date";
import type { PackageContent, PackageItem } from "./package-content.ts";
import { escapeXml } from "./render-xml.ts";

export type HtmlCatalogueGiven = {
  readonly packageId: string;
  readonly content: PackageContent;
  /** 档号 → names of its content files relative to `data/`, in order. */
  readonly fileNames: ReadonlyMap<string, readonly string[]>;
};

/**
 * 目录.html beside `data/`: the catalogue as one plain page that any browser opens from a disk. No script, nothing
 * fetched, every text escaped; the columns of DA/T 22-2015, 5.5, and the files as links
 * under each title (left out on paper, where they would be of no use).
 */
export function renderHtmlCatalogue({ packageId, content, fileNames }: HtmlCatalogueGiven): string {
  const { fonds, category, year, items, excludedRestrictedCount, excludedPaperCount } = content;
  const pages = items.reduce((sum, item) => sum + item.pageCount, 0);
  const title = escapeXml(`${fonds.name}　${year}年度${category.name}档案目录`);
  const facts: [string, string][] = [
    ["全宗号", fonds.code || "待定"],
    ["立档单位", fonds.unit || fonds.name],
    ["件数", `${items.length}`],
    ["页数", `${pages}`],
    ["数据包", packageId],
  ];
  const left = [
    excludedRestrictedCount > 0 ? `另有限制件 ${excludedRestrictedCount} 件含个人信息，按规定不在包内。` : "",
    excludedPaperCount > 0 ? `另有纸质件 ${excludedPaperCount} 件没有电子文件，不在包内。` : "",
  ].join("");
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
${style}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<dl>${facts.map(([name, value]) => `<div><dt>${name}</dt><dd>${escapeXml(value)}</dd></div>`).join("")}</dl>
</header>
<table>
<colgroup><col class="w1"><col class="w2"><col class="w3"><col class="w4"><col><col class="w6"><col class="w7"><col class="w8"><col class="w9"></colgroup>
<thead>
<tr><th class="n">序号</th><th>档号</th><th>文号</th><th>责任者</th><th>题名</th><th>日期</th><th>密级</th><th class="n">页数</th><th>备注</th></tr>
</thead>
<tbody>
${items.map((item, index) => row(item, index + 1, fileNames.get(item.archivalCode) ?? [])).join("")}</tbody>
</table>
<footer>
<p>点题名下面的数字打开原件。${left}</p>
<p>核对本包是否完整、有没有改动的办法，见同一文件夹里的《校验说明.txt》。</p>
</footer>
</body>
</html>
`;
}

function row(item: PackageItem, number: number, names: readonly string[]): string {
  const cell = (text: string, kind = ""): string => `<td${kind && ` class="${kind}"`}>${escapeXml(text)}</td>`;
  const cells = [
    cell(String(number), "n"),
    cell(item.archivalCode, "c"),
    cell(item.documentNumber),
    cell(item.creator),
    `<td>${escapeXml(item.title)}<div class="f">${fileLinks(item, names)}</div></td>`,
    cell(printDate(item.documentDate), "d"),
    cell(item.security),
    cell(String(item.pageCount), "n"),
    cell(item.remark),
  ];
  return `<tr>${cells.join("")}</tr>\n`;
}

// Files of one role that follow each other share one word: 正文 1 2 3 附件 4.
function fileLinks(item: PackageItem, names: readonly string[]): string {
  let role = "";
  return item.files
    .map((file, index) => {
      const path = (names[index] ?? "").split("/").map(encodeURIComponent).join("/");
      const word = file.role === role ? "" : `<span>${escapeXml(file.role)}</span> `;
      role = file.role;
      const kind = file.mediaType === "application/pdf" ? " PDF" : "";
      const label = `${item.archivalCode} ${file.role} ${index + 1}，${file.pages} 页`;
      return `${word}<a href="data/${path}" title="${escapeXml(label)}">${index + 1}${kind}</a>`;
    })
    .join(" ");
}

const style = `:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 28px 32px 40px; max-width: 1500px; color: #1d2125; background: #fff;
  font: 14px/22px "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", sans-serif; }
h1 { margin: 0 0 10px; font-size: 22px; line-height: 32px; font-weight: 600; }
dl { display: flex; flex-wrap: wrap; gap: 4px 32px; margin: 0 0 18px; }
dl div { display: flex; gap: 8px; }
dt { color: #586069; }
dd { margin: 0; font-variant-numeric: tabular-nums; }
table { width: 100%; table-layout: fixed; border-collapse: collapse;
  border-top: 2px solid #1d2125; border-bottom: 1px solid #1d2125; }
.w1 { width: 56px; } .w2 { width: 216px; } .w3 { width: 156px; } .w4 { width: 140px; }
.w6 { width: 84px; } .w7 { width: 52px; } .w8 { width: 60px; } .w9 { width: 128px; }
th { position: sticky; top: 0; background: #f3f4f2; font-weight: 600; text-align: left; white-space: nowrap; }
th, td { padding: 6px 12px 6px 0; vertical-align: top; border-bottom: 1px solid #dcdfe0; overflow-wrap: anywhere; }
tbody tr:nth-child(even) { background: #fafaf8; }
tbody tr:hover { background: #e8f0f8; }
.n, .d, .c { font-variant-numeric: tabular-nums; }
.n { text-align: right; padding-right: 16px; }
.c { font-family: Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace; font-size: 13px; }
.f { margin-top: 2px; font-size: 13px; line-height: 20px; }
.f span { color: #586069; }
a { display: inline-block; padding: 0 3px; color: #22578f; text-underline-offset: 3px; font-variant-numeric: tabular-nums; }
a:visited { color: #5b4a86; }
a:focus-visible { outline: 2px solid #22578f; outline-offset: 1px; }
footer { margin-top: 16px; color: #586069; }
footer p { margin: 0 0 4px; }
@page { size: A4 landscape; margin: 12mm; }
@media print {
  body { padding: 0; max-width: none; font-size: 9.5pt; line-height: 1.45; }
  h1 { font-size: 15pt; }
  th { position: static; }
  tr { break-inside: avoid; }
  tbody tr:nth-child(even), tbody tr:hover { background: none; }
  .w1 { width: 4%; } .w2 { width: 19%; } .w3 { width: 13%; } .w4 { width: 13%; }
  .w6 { width: 8%; } .w7 { width: 5%; } .w8 { width: 5%; } .w9 { width: 10%; }
  th, td { padding: 1.2mm 2mm 1.2mm 0; }
  .n { padding-right: 3mm; }
  .c { font-size: 8.5pt; }
  .f { display: none; }
}
`;
