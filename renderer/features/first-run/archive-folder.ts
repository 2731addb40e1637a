/**
 * The folder a new archive gets: 名称.lindang below the chosen place. Signs that a file system
 * gives a meaning to become 「_」; the name inside the archive keeps them.
 */
export function archiveFolder({ parent, name }: { readonly parent: string; readonly name: string }): string {
  const separator = parent.includes("\\") ? "\\" : "/";
  const base = parent.endsWith(separator) ? parent : parent + separator;
  const safe = name
    .trim()
    .normalize("NFC")
    .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, "_")
    .replaceAll(/^\.+|[. ]+$/g, "_");
  return `${base}${safe}.lindang`;
}
