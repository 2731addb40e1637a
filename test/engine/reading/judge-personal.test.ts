// Pages that tell of persons by what they are (personal-data P6): recognised by shape, and papers about them are not.
import { describe, expect, it } from "vitest";
import { isIdNumber, judgePersonal } from "#engine/reading/judge-personal";
import { holdUpright } from "#engine/reading/upright-lines";
import { madeReading, runningText, type MadeLine } from "#test/fixtures/made-reading";

const judge = (lines: readonly (string | MadeLine)[], degrees = 0): string | undefined =>
  judgePersonal(
    holdUpright(
      madeReading(
        lines.map((line, n) => (typeof line === "string" ? { text: line, x: 0.2, y: 0.08 + n * 0.05 } : line)),
        degrees,
      ),
    ),
  );
// Numbers with a right check character that belong to nobody: region code 999999 is not given out.
const numbers = ["999999199001010013", "99999919850203003X", "999999197512310025"].map(
  (number) => number.slice(0, 17) + checkOf(number),
);
function checkOf(number: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return "10X98765432"[weights.reduce((sum, weight, at) => sum + weight * Number(number[at]), 0) % 11] ?? "";
}

describe("a personal page", () => {
  it("身份证, both sides, at any turn", () => {
    const front = ["姓名张三", "性别男民族汉", "出生1990年1月1日", "住址幸福路1号", "公民身份号码" + numbers[0]];
    expect(judge(front)).toBe("身份证");
    expect(judge(front, 90)).toBe("身份证");
    expect(judge(["中华人民共和国", "居民身份证", "签发机关某市公安局", "有效期限2015.01.01-2035.01.01"])).toBe(
      "身份证",
    );
  });

  it.each([
    ["户口簿", ["常住人口登记卡", "姓名", "户主或与户主关系", "性别"]],
    ["户口簿", ["户别家庭户", "户主姓名张三", "户号0001", "住址幸福路1号"]],
    ["申请表", ["幸福社区居民最低生活保障申请表", "姓名", "性别", "身份证号"]],
    ["申请表", ["临时救助审批表", "申请人姓名", "性别", "家庭住址"]],
    ["申请表", ["困难残疾人生活补贴申请审批表(样表)", "姓名"]],
    ["申请表", ["申 请 书", "我家有三口人"]],
    ["名册", ["幸福社区60岁以上老年人花名册", "序号", "姓名", "联系电话"]],
    ["名册", ["享受高龄津贴人员名单", "姓名", "性别", "住址"]],
    ["选票", ["幸福社区第七届居民委员会选举票", "候选人"]],
    ["病历", ["某某医院门诊病历", "姓名"]],
    ["病历", ["诊断证明书", "姓名"]],
  ])("%s: %s", (kind, lines) => expect(judge(lines)).toBe(kind));

  it("the second sheet of a list, by two right numbers", () => {
    expect(judge([`21 张三 ${numbers[0]}`, `22 李四 ${numbers[1]}`])).toBe("名册");
    expect(judge([`21 张三 ${numbers[0]}`])).toBeUndefined();
    expect(judge(["999999199001010010", "999999198502030031"])).toBeUndefined();
  });
});

describe("not personal", () => {
  it.each([
    [["关于填报低保申请表的通知", "各社区："]],
    [["关于报送老年人花名册的函"]],
    [["居民来访接待台账", "(按月汇总)", "件数"]],
    [["档案利用登记表", "日期", "档号"]],
    [["会议室使用审批表", "使用日期", "事由"]],
    [["选举办法(草案)", "第一条选票由选举委员会印制。"]],
    [["居民身份证办理须知", "一、办理时间"]],
    [["社区工作者优秀名单公示", "联系电话"]],
  ])("%s", (lines) => expect(judge(lines)).toBeUndefined());

  it("words of it in running text", () => {
    const text = [...runningText, { text: "请携带居民身份证和户口簿，填写申请表。", x: 0.14, y: 0.97 }];
    expect(judge(text)).toBeUndefined();
  });
});

it("a number is one only with its check character and a date", () => {
  expect(numbers.every(isIdNumber)).toBe(true);
  expect(isIdNumber("999999199001010010")).toBe(false);
  expect(isIdNumber("999999199013010013")).toBe(false);
  expect(isIdNumber("12345678901234567")).toBe(false);
});
