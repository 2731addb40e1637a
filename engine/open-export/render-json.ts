// 目录.json: the same rows as the lists with the files of each, and what the items lie in, in words a person reads.
import { retentionLabel } from "#contract/retention";
import { listAllBoxes } from "#db/box";
import { listCategories, listFonds, listMatters } from "#db/fonds";
import { listExportVolumes } from "#db/open-export-rows";
import type { ReadDb } from "#db/open";
import { exportHeadings, exportRow } from "./export-columns.ts";
import type { ExportedItem } from "./gather-export.ts";

const named = (cells: readonly string[]): Record<string, string> =>
  Object.fromEntries(exportHeadings.map((heading, at) => [heading, cells[at] ?? ""]));

/** The bytes of the JSON list. `items` are those that leave, files left out already taken away. */
export function renderJson(db: ReadDb, items: readonly ExportedItem[], madeAt: string): Buffer {
  const fonds = listFonds(db);
  const codeOf = new Map(fonds.map(({ id, code }) => [id, code]));
  const content = {
    说明: "邻档 全部导出；限制件只列档号和中性题名",
    导出时间: madeAt,
    全宗: fonds.map(({ code, name, unit }) => ({ 全宗号: code, 名称: name, 立档单位: unit })),
    门类: listCategories(db).map(({ code, name }) => ({ 代码: code, 名称: name })),
    机构问题: listMatters(db).map(({ fondsId, category, code, name }) => ({
      ...{ 全宗号: codeOf.get(fondsId) ?? "", 门类: category, 代码: code, 名称: name },
    })),
    案卷: listExportVolumes(db).map((volume) => ({
      ...{ 档号: volume.archivalCode, 题名: volume.title, 门类: volume.category, 年度: volume.year },
      ...{ 起: volume.beginDate, 止: volume.endDate },
      保管期限: volume.retention === null ? "" : retentionLabel(volume.retention),
    })),
    档案盒: listAllBoxes(db).map(({ category, year, retention, boxNumber, spineMm }) => ({
      ...{ 门类: category, 年度: year, 保管期限: retentionLabel(retention), 盒号: boxNumber, 盒厚毫米: spineMm },
    })),
    件: items.map(({ record, former, folder, files }) => ({
      ...named(exportRow(record, former, folder)),
      原档号记录: former.map(({ archivalCode, until, reason }) => ({
        ...{ 档号: archivalCode, 停用: until, 原因: record.item.access === "restricted" ? "" : reason },
      })),
      文件: files.map(({ path, size, sha256 }) => ({ 路径: path, 字节: size, SHA256: sha256 })),
    })),
  };
  return Buffer.from(`${JSON.stringify(content, null, 1)}\n`, "utf8");
}
