import { accessClassLabel } from "#contract/access";
import { printDate } from "#contract/archival-date";
import type { PackageContent, PackageFile, PackageItem } from "./package-content.ts";
import { renderXml, xml, type XmlElement } from "./render-xml.ts";

/**
 * 电子档案元数据.XML of one item, with the element names of DA/T 46-2009 (M1 … M76). The standard's annex on the XML
 * form reaches us second-hand only: nesting, and the element 数字摘要 that it does not have, are 待核对.
 * `names` are the files' names in the package, in the order of `item.files`.
 */
export function renderItemMetadata(content: PackageContent, item: PackageItem, names: readonly string[]): string {
  const { fonds, category, year } = content;
  const documents = item.files.map((file, index) => documentElement(file, names[index] ?? "", index + 1));
  return renderXml(
    xml("电子档案元数据", [
      xml("聚合层次", "文件"),
      xml("来源", [xml("全宗名称", fonds.name), xml("立档单位名称", fonds.unit)]),
      xml("档号", item.archivalCode),
      xml("档号构成", [
        xml("全宗号", fonds.code),
        xml("类别号", category.code),
        xml("年度", year),
        xml("保管期限", item.retention.label),
        xml("机构或问题", item.matter ? item.matter.name : ""),
        xml("室编件号", String(item.itemNumber).padStart(4, "0")),
      ]),
      xml("内容描述", [
        xml("题名", item.title),
        xml("文件编号", item.documentNumber),
        xml("责任者", item.creator),
        xml("日期", printDate(item.documentDate)),
        xml("密级", item.security),
      ]),
      xml("形式特征", [xml("文件组合类型", item.files.length > 1 ? "组合文件" : "单件"), xml("页数", item.pageCount)]),
      xml("权限管理", [xml("控制标识", accessClassLabel[item.access])]),
      xml("附注", item.remark),
      xml("文件数据", documents),
    ]),
  );
}

function documentElement(file: PackageFile, name: string, order: number): XmlElement {
  const scanned =
    file.resolution === undefined ? [] : [xml("数字化属性", [xml("扫描分辨率", `${file.resolution}dpi`)])];
  return xml("文档", [
    xml("文档序号", order),
    xml("文档主从声明", file.role === "附件" ? "附属文档" : "主文档"),
    xml("文档角色", file.role),
    xml("页数", file.pages),
    xml("电子属性", [
      xml("格式信息", file.mediaType),
      xml("计算机文件名", name),
      xml("计算机文件大小", file.size),
      xml("原文件名", file.originalName),
      xml("数字摘要", file.sha256.toLowerCase(), { 算法: "SHA-256" }),
      xml("数字摘要", file.sm3.toLowerCase(), { 算法: "SM3" }),
    ]),
    ...scanned,
  ]);
}
