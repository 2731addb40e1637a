// The questions of 年度自查 with the article each comes from. From memory of the law's articles, 待核对.
import { z } from "zod";

export const selfAuditQuestionCode = z.enum([
  "purpose",
  "least",
  "notice",
  "consent",
  "sensitive",
  "assessment",
  "children",
  "term",
  "publication",
  "others",
  "rules",
  "levels",
  "measures",
  "rights",
  "training",
  "plan",
  "requests",
  "incidents",
  "devices",
  "backups",
  "paper",
  "refused",
]);
export type SelfAuditQuestionCode = z.infer<typeof selfAuditQuestionCode>;

export type SelfAuditQuestion = { readonly article: string; readonly words: string };

export const selfAuditQuestions: Record<SelfAuditQuestionCode, SelfAuditQuestion> = {
  purpose: { article: "第五、六条", words: "每本台账写明了收集目的和依据，没有超出目的使用" },
  least: { article: "第六条", words: "只收集办事必需的信息；多余的列已停用，多余的内容已清理" },
  notice: { article: "第十七条", words: "已告知居民：处理者、目的、方式、种类、保存期限和行使权利的办法" },
  consent: { article: "第十三至十五条", words: "以同意为依据的台账，同意书齐全；撤回的已停止处理" },
  sensitive: { article: "第二十八、二十九条", words: "敏感个人信息有特定目的和充分必要，取得了单独同意或者有法定依据" },
  assessment: { article: "第五十五、五十六条", words: "敏感台账启用前做了影响评估，报告和记录至少保存三年" },
  children: { article: "第三十一条", words: "不满十四周岁未成年人的信息由监护人同意，并有专门的处理规则" },
  term: { article: "第十九、四十七条", words: "到期、目的已实现或者已停用的台账，内容已删除或者已归档并限制使用" },
  publication: { article: "第二十五条", words: "公示、张贴、微信群中没有未经单独同意的个人信息" },
  others: { article: "第二十一、二十三条", words: "向其他单位提供或者委托处理有依据、有记录，对方的使用受到监督" },
  rules: { article: "第五十一条第一项", words: "有个人信息内部管理制度和操作规程，并有负责人" },
  levels: { article: "第五十一条第二项", words: "个人信息分类管理：开放、内部、限制标注正确" },
  measures: { article: "第五十一条第三项", words: "加密、去标识化等措施有效；电脑有登录口令，档案库口令未共用" },
  rights: { article: "第五十一条第四项", words: "查看权限按岗位设置，离岗人员的权限已收回；查看记录已抽查" },
  training: { article: "第五十一条第四项", words: "本年对接触个人信息的人员做了安全教育和培训" },
  plan: { article: "第五十一条第五项", words: "有安全事件应急预案，本年演练过或者复核过" },
  requests: { article: "第四十四至五十条", words: "居民的权利申请按期答复，不同意的说明了理由" },
  incidents: { article: "第五十七条", words: "发生的泄露、丢失、毁损都已登记、补救并按规定告知和报告" },
  devices: { article: "第五十一条", words: "个人手机、网盘、私人邮箱和聊天记录中没有留存居民信息" },
  backups: { article: "第五十一条", words: "备份介质有专人保管、有清单；已同意删除的信息在各份备份中也已失效" },
  paper: { article: "第五十一条", words: "含个人信息的纸件锁存；废纸碎掉，没有当草稿纸用" },
  refused: { article: "第五、六、二十八条", words: "没有记录宗教信仰、思想动态、重点人员等级等不得记录的内容" },
};
