// What a write is called where the journal or the way back names it.
const actions: Readonly<Record<string, string>> = {
  "archive.create": "建立档案库",
  "archive.unlock": "打开档案库",
  "archive.recover": "用恢复单打开档案库",
  "archive.lock": "锁定档案库",
  "archive.close": "关闭档案库",
  "archive.change-passphrase": "更换口令",
  "recovery.confirm": "核对恢复单",
  "recovery.renew": "更换恢复单",
  "recovery.save-sheet": "保存恢复单",
  "recovery.preview-sheet": "查看恢复单",
  "person.rename": "修改人员姓名",
  "fonds.found": "建立全宗",
  "fonds.revise": "修改全宗",
  "matter.add": "增加机构（问题）类目",
  "scan.accept": "收入页面",
  "scan.discard": "丢弃待整理页面",
  "item.make": "组成一件",
  "item.describe": "著录",
  "item.arrange": "调整页面次序",
  "item.dissolve": "拆散一件",
  "filing.commit": "归档编号",
  "catalogue.write": "保存目录",
  "catalogue.preview": "预览目录",
  "package.write": "写出移交数据包",
  "settings.revise": "修改设置",
  "backup.make": "备份",
  "undo.apply": "撤销",
};

/** The Chinese name of an action; one we have no word for keeps its own. */
export const sayAction = (action: string): string => actions[action] ?? action;
