import { type App, Menu, type MenuItemConstructorOptions } from "electron";

/** The hidden menu bar: it carries the keys of editing and of text size. Everything else is on the desk itself. */
export function buildMenu(app: App): Menu {
  const view: MenuItemConstructorOptions[] = [
    { role: "zoomIn", label: "放大文字", accelerator: "CommandOrControl+=" },
    { role: "zoomOut", label: "缩小文字" },
    { role: "resetZoom", label: "原来大小" },
    { type: "separator" },
    { role: "togglefullscreen", label: "全屏" },
  ];
  if (!app.isPackaged) view.push({ type: "separator" }, { role: "toggleDevTools", label: "开发者工具" });
  return Menu.buildFromTemplate([
    { label: "文件", submenu: [{ role: "quit", label: "退出" }] },
    {
      label: "编辑",
      submenu: [
        { role: "undo", label: "撤销输入" },
        { role: "redo", label: "重做输入" },
        { type: "separator" },
        { role: "cut", label: "剪切" },
        { role: "copy", label: "复制" },
        { role: "paste", label: "粘贴" },
        { role: "selectAll", label: "全选" },
      ],
    },
    { label: "显示", submenu: view },
  ]);
}
