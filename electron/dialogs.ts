import { isAbsolute, relative } from "node:path";
import { type BrowserWindow, type OpenDialogOptions, app, dialog } from "electron";
import type { ShellInput, ShellOutput } from "#contract/shell";

export type Dialogs = {
  chooseScans(): Promise<ShellOutput<"shell.choose-scans">>;
  chooseTable(input: ShellInput<"shell.choose-table">): Promise<ShellOutput<"shell.choose-table">>;
  chooseFolder(input: ShellInput<"shell.choose-folder">): Promise<ShellOutput<"shell.choose-folder">>;
  chooseSave(input: ShellInput<"shell.choose-save">): Promise<ShellOutput<"shell.choose-save">>;
  /** Whether a path is one of those chosen since the start, or lies below one. */
  hasChosen(path: string): boolean;
};

const forms = {
  pdf: { name: "PDF 文件", extensions: ["pdf"] },
  xlsx: { name: "Excel 工作簿", extensions: ["xlsx"] },
  csv: { name: "CSV 文件", extensions: ["csv"] },
  // A digital file goes out under the ending it came with.
  original: { name: "所有文件", extensions: ["*"] },
};
const documents = [
  "docx",
  "docm",
  "wps",
  "doc",
  "xlsx",
  "xlsm",
  "et",
  "xls",
  "ofd",
  "html",
  "htm",
  "mhtml",
  "mht",
  "eml",
];
const recordings = ["mp3", "wav", "m4a", "mp4"];

/** The system's own dialogs, modal to the window they are asked from; remembers what was chosen, for this run only. */
export function makeDialogs(window: () => BrowserWindow | undefined): Dialogs {
  const chosen = new Set<string>();
  const open = async (options: OpenDialogOptions): Promise<string[]> => {
    const parent = window();
    const { canceled, filePaths } = await (parent
      ? dialog.showOpenDialog(parent, options)
      : dialog.showOpenDialog(options));
    return canceled ? [] : filePaths;
  };
  const choose = (path: string | undefined): { path: string | null } => {
    if (!path) return { path: null };
    chosen.add(path);
    return { path };
  };
  return {
    chooseScans: async () => ({
      paths: await open({
        title: "选择文件",
        buttonLabel: "收进来",
        properties: ["openFile", "multiSelections", "dontAddToRecent"],
        filters: [
          {
            name: "扫描件和照片（JPEG、PNG、TIFF、JPEG 2000、PDF）",
            extensions: ["jpg", "jpeg", "png", "tif", "tiff", "jp2", "j2k", "pdf"],
          },
          { name: "电子文件（DOCX、WPS、XLSX、ET、OFD、邮件、网页）", extensions: documents },
          { name: "录音录像（MP3、WAV、M4A、MP4）", extensions: recordings },
          { name: "所有文件", extensions: ["*"] },
        ],
      }),
    }),
    async chooseTable({ title, form }) {
      const [path] = await open({
        title,
        properties: ["openFile", "dontAddToRecent"],
        filters: [
          form === "pack"
            ? { name: "台账模板包（JSON）", extensions: ["json"] }
            : { name: "表格（XLSX、XLS、ODS、CSV）", extensions: ["xlsx", "xls", "ods", "csv", "txt"] },
          { name: "所有文件", extensions: ["*"] },
        ],
      });
      return choose(path);
    },
    async chooseFolder({ title }) {
      const [path] = await open({ title, properties: ["openDirectory", "createDirectory", "dontAddToRecent"] });
      return choose(path);
    },
    async chooseSave({ title, suggestedName, form }) {
      const options = {
        title,
        // A file name, whatever the page suggests: no folder can be smuggled into it.
        defaultPath: `${app.getPath("documents")}/${suggestedName.replace(/[\\/:*?"<>|\p{Cc}]/gu, "_")}`,
        filters: [forms[form]],
        properties: ["dontAddToRecent" as const, "showOverwriteConfirmation" as const],
      };
      const parent = window();
      const answer = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
      return choose(answer.canceled ? undefined : answer.filePath);
    },
    hasChosen: (path) =>
      isAbsolute(path) &&
      [...chosen].some((base) => {
        const way = relative(base, path);
        return way === "" || (!way.startsWith("..") && !isAbsolute(way));
      }),
  };
}
