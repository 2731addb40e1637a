// Words of the unlock page and of its two side doors.
export const unlockText = {
  product: "邻档",
  productLine: "社区档案，存在自己手里",
  passphrase: "口令",
  label: "谁",
  unlock: "打开",
  unlocking: "正在核对口令…",
  upgrading: "正在升级…",
  upgradeNote:
    "这个档案库由早先的程序建立，正在升级到现在的格式，完成后自动打开，不需要任何操作。档案多的要几分钟，请不要关机。旧库先备份在档案库文件夹里；中途出错，档案库保持原样。",
  forgot: "忘记口令",
  wait: (seconds: number): string => `请等待 ${seconds} 秒`,
  capsLock: "大写锁定已开",
  backupDate: (day: string): string => `上次备份 ${day}`,
  noBackup: "还没有备份",
  others: "其他档案库",
  openOther: "打开另一个档案库…",
  makeNew: "新建档案库…",
  looking: "正在查看档案库",
  back: "返回",
  lookAgain: "再看一次",
  startTitle: "从这里开始",
  startNew: "新建档案库",
  startNewLine: "第一次使用：约十分钟，设好口令、恢复单和备份位置。",
  startOpen: "打开已有的档案库",
  startOpenLine: "从旧电脑或移动硬盘带来的「名称.lindang」文件夹。",
  startNote: "不联网，不注册。所有内容加密存放在您选的文件夹里。",
  chooseArchive: "选择档案库文件夹（名称.lindang）",
  recoverTitle: "用恢复单打开",
  recoverLine: "取出打印的恢复单，按组输入八组数字。输错的一组会当场指出。",
  nextPassphrase: "新口令",
  nextAgain: "再输一次",
  passphraseLeast: (least: number): string => `至少 ${least} 个字符`,
  notSame: "两次输入不一样",
  recover: "换上新口令并打开",
};

type Upgrade = { readonly phase: string; readonly done: number; readonly total: number };

/** What is shown of an archive that is upgraded while it is opened, at either door. */
export const upgradeStage = ({ phase, done, total }: Upgrade) => ({
  ...{ label: unlockText.upgrading, stage: phase, done, total },
  ...{ amount: `${done} / ${total} 步`, note: unlockText.upgradeNote },
});
