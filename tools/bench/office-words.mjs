import { seededNumbers } from "./seeded.mjs";

/** Words of community papers, roughly by how often they stand there. */
const common =
  "的 社区 居民 工作 和 管理 服务 组织 开展 街道 委员会 情况 关于 进行 年度 通知 会议 安全 在 活动 建设 各 单位 要求 人员 及 进一步 加强 做好 落实 党员 群众 治理 网格 志愿者 环境 卫生 消防 检查 宣传 教育 培训 调解 矛盾 纠纷 物业 小区 楼栋 垃圾 分类 老年人 残疾人 困难 家庭 救助 低保 申请 审核 公示 材料 登记 档案 归档 保管 期限 永久 报告 请示 批复 方案 纪要 名单 统计 年报 经费 使用 预算 审计 财务 公开 监督 选举 换届 代表 投票 候选人 结果 备案 民政局 办事处 派出所 司法所 卫生 服务中心 联席 协商 议事 意见 建议 整改 问题 清单 责任 分工 时间 地点 主持 参加 记录 整理 印发 附件 联系人 电话 根据 按照 为了 以下 如下 同意 特此 请 于 将 由 对 与 并 已 应 可 不 有 是 为 上 下 中 后 前 内 年 月 日 第 等 其 本 该 此 每 共 计 元 人 次 户 份 件 项 名 个".split(
    " ",
  );

const level1 = new TextDecoder("gb18030");
/** The 3,755 commonest characters of GB 2312, in an order of chance that stays the same. */
const characters = (() => {
  const all = [];
  for (let row = 0xb0; row <= 0xd7; row += 1)
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1)
      all.push(level1.decode(new Uint8Array([row, cell])));
  const pick = seededNumbers(2312);
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = pick(at + 1);
    [all[at], all[other]] = [all[other] ?? "", all[at] ?? ""];
  }
  return all;
})();
const rare = ["𠮷", "䶮", "龘", "𬭚", "㙟", "○", "ＡＢ", "①", "㎡"];

/**
 * A number below `count` that is small far more often than large, as words are used (Zipf).
 * @param {(below: number) => number} pick
 * @param {number} count
 */
function mostlySmall(pick, count) {
  const share = (pick(1_000_000) + 1) / 1_000_001;
  return Math.min(count - 1, Math.floor(Math.exp(share * Math.log(count + 1))) - 1);
}

/**
 * Lines of a page of an office paper, the same for the same number: 28 characters to a line, 4 to 26 lines.
 * @param {number} number
 * @returns {string[]}
 */
export function pageLines(number) {
  const pick = seededNumbers(number * 2_654_435 + 7);
  const length = 28 * (4 + pick(23)) - pick(20);
  let text = "";
  let sinceStop = 0;
  while (text.length < length) {
    const kind = pick(100);
    let word = "";
    if (kind < 66) word = common[mostlySmall(pick, common.length)] ?? "";
    else if (kind < 93) {
      const count = pick(5) === 0 ? 3 : 2;
      for (let at = 0; at < count; at += 1) word += characters[mostlySmall(pick, characters.length)] ?? "";
    } else if (kind < 96) word = String(1 + pick(pick(3) === 0 ? 99_999 : 99));
    else if (kind < 98) word = `${2005 + pick(20)}年${1 + pick(12)}月${1 + pick(28)}日`;
    else if (kind < 99) word = `幸社发〔${2005 + pick(20)}〕${1 + pick(300)}号`;
    else word = rare[pick(rare.length)] ?? "";
    text += word;
    sinceStop += word.length;
    if (sinceStop > 9 + pick(9)) {
      text += pick(3) === 0 ? "。" : "，";
      sinceStop = 0;
    }
  }
  const all = [...text];
  const lines = [];
  for (let at = 0; at < all.length; at += 28) lines.push(all.slice(at, at + 28).join(""));
  return lines;
}

/**
 * The reading of a page as the reader of pages gives it: lines with corners, a confidence for every character.
 * @param {readonly string[]} lines
 * @param {string} engine
 * @returns {import("#contract/reading").PageReading}
 */
export function readingOf(lines, engine) {
  return {
    engine,
    width: 1654,
    height: 2339,
    turned: 0,
    slant: 0,
    seconds: 1.1,
    lines: lines.map((text, row) => {
      const [left, top, size] = [220, 250 + row * 72, 43];
      const right = left + [...text].length * size;
      return {
        text,
        corners: [
          [left, top],
          [right, top + 2],
          [right, top + size + 4],
          [left, top + size + 2],
        ],
        confidences: [...text].map((_, at) => Math.round((0.97 + ((at * 7 + row * 13) % 30) / 1000) * 1000) / 1000),
      };
    }),
  };
}
