// Sentences of refusals about backups and restoring (contract/refusal-text.ts).
import type { RefusalCode } from "./refusal.ts";

export const restoreRefusalText = {
  "archive-is-backup": "这是一份备份，不能当作档案库直接打开，备份未动。请用「从备份恢复」。",
  "backup-not-found": "所选位置没有本程序写的备份，未作改动。请选择「名称.备份」文件夹，或存放它的磁盘。",
  "backup-unfinished": "这份备份没有写完就中断了，不能用来恢复，现有档案库未动。请选择另一份备份。",
  "backup-damaged": "这份备份已损坏，读不出来，没有恢复，现有档案库未动。请选择另一份备份，并把这块磁盘送检。",
  "backup-incomplete": "这份备份缺少或损坏 {count} 个文件，没有恢复，现有档案库未动。请选择另一份备份。",
  "backup-from-the-future":
    "这份备份由更新版本的程序（结构 {version}）写成，没有恢复，现有档案库未动。请先升级本程序。",
  "backup-of-another-archive":
    "那里的备份属于另一个档案库，没有覆盖，也没有恢复，两边都未动。请换一份备份或换一个位置。",
  "restore-deletions-unknown":
    "现有的档案库不在或读不出来，备份之后批准的删除可能不全，尚未恢复，各处都未动。请对照纸质登记后确认再恢复。",
} as const satisfies Partial<Record<RefusalCode, string>>;
