import { Refusal } from "#contract/refusal";

// package-and-trust A4: what Windows, FAT32, a DVD and a browser can all keep.
const longestPart = 60;
const longestPath = 180;
const reserved = /^(con|prn|aux|nul|com[1-9]|lpt[1-9])(\..*)?$/i;

/** Why a single name cannot be used inside a package, in Chinese; null when it can. */
export function nameFault(name: string): string | null {
  if (name === "" || name === "." || name === "..") return "名称为空或只有点";
  if (name.length > longestPart) return `超过 ${longestPart} 个字符`;
  if (name !== name.normalize("NFC")) return "字形编码不规范";
  if (/[\\/:*?"<>|%]/.test(name)) return '含有 \\ / : * ? " < > | % 之一';
  if (!/^[\x20-\x7e\u00b7\p{Script=Han}（）]+$/u.test(name)) return "含有英文、汉字和档号间隔号以外的字符";
  if (/^ |[. ]$/.test(name)) return "开头是空格，或末尾是点或空格";
  if (reserved.test(name)) return "是 Windows 的保留名称";
  return null;
}

/**
 * A gate for the paths of one package: each may pass once. Refuses `package-name-unsafe` for an unsafe part, more than
 * 180 characters, or a name that differs from an earlier one by case only.
 */
export function openPathGate(): (path: string) => void {
  const seen = new Map<string, "file" | "folder">();
  return (path) => {
    const refuse = (reason: string): never => {
      throw new Refusal("package-name-unsafe", { name: path, reason });
    };
    if (path.length > longestPath) refuse(`路径超过 ${longestPath} 个字符`);
    const parts = path.split("/");
    parts.forEach((part, index) => {
      const fault = nameFault(part);
      if (fault !== null) refuse(fault);
      const isFile = index === parts.length - 1;
      const upTo = parts.slice(0, index + 1).join("/");
      const before = seen.get(upTo.toLowerCase());
      if (before !== undefined && (isFile || before === "file")) refuse("与另一个名称相同或只有大小写不同");
      // Two folders that differ by case only would become one on Windows.
      if (!isFile && before === "folder" && !seen.has(`=${upTo}`)) refuse("与另一个文件夹只有大小写不同");
      seen.set(upTo.toLowerCase(), isFile ? "file" : "folder");
      seen.set(`=${upTo}`, isFile ? "file" : "folder");
    });
  };
}
