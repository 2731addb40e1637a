// Words of 设置 › 文字识别模型.
export const modelPackText = {
  title: "文字识别模型",
  line: "识别扫描页上的文字用的数据，随程序附带一种，不联网。换用新的模型后，已识别的页会在后台重新识别。",
  columns: { title: "模型", version: "版本", size: "大小", state: "状态" },
  shipped: "随程序附带",
  chosen: "使用中",
  gone: "文件不在本机，可重新导入",
  choose: "选用",
  chooseTitle: (title: string): string => `选用「${title}」`,
  saidChosen: (title: string): string => `已选用「${title}」，各页将在后台重新识别`,
  take: "从优盘导入…",
  takeTitle: "选择模型文件夹",
  takeTask: "导入文字识别模型",
  saidTaken: (title: string): string => `「${title}」核对和试读无误，已导入。要用它识别，请选用`,
  note: "模型是一个文件夹，内有清单 pack.json 和四个模型文件。导入时核对校验值，并试读一行已知的字，不合格的不收。备份中不含导入的模型，恢复后请重新导入。",
};
