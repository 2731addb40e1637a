// Whether a free text tells of somebody nobody has written down elsewhere (personal-data P10): sentences of the office's own kind.
import { expect, it } from "vitest";
import { tellsOfSomebody } from "#engine/ledger/names-in-text";

it.each([
  "走访独居老人刘桂英，送米一袋",
  "联系人 赵铁柱",
  "赵铁柱、孙二娘到场",
  "申请人：周明",
  "丈夫马建国在外务工",
  "与陈秀兰夫妇沟通",
  "看望了孤儿小宝 李子涵",
  "党员李强带队",
  "王大爷反映漏水",
  "李阿姨腿脚不便",
  "与小张谈话",
  "张先生来电",
  "刘某因病住院",
  "阿卜杜拉·买买提",
  "电话6512345联系",
  "微信 wx_abc123",
  "车牌云A12345",
  "打一三九一二三四〇〇七七找他",
])("%s does", (text) => expect(tellsOfSomebody(text)).toBe(true));

it.each([
  "送米、油、方便面各一份",
  "高度重视，安全检查",
  "上门走访，问题已解决",
  "组织居民开展文艺演出",
  "居民反映路灯不亮",
  "帮助居民办理社保卡",
  "慰问困难群众，发放慰问金500元",
  "老小区改造",
  "召开协调会议，议定三项事项",
  "帮扶措施：就业培训",
  "张贴公告20张",
  "李子、苹果各一箱",
  "苏州学习",
  "热线12345",
  "联系方式已登记",
])("%s does not", (text) => expect(tellsOfSomebody(text)).toBe(false));
