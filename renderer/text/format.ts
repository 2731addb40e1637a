// Numbers, sizes and days as the desk writes them.

const groups = new Intl.NumberFormat("zh-CN");

/** 12345 → 12,345 */
export const sayCount = (count: number): string => groups.format(count);

const sizes = ["字节", "KB", "MB", "GB", "TB"] as const;

/** Bytes in the unit a file manager shows: three figures at most, 1 KB = 1,024 bytes. */
export function sayBytes(bytes: number): string {
  let size = bytes;
  let step = 0;
  while (size >= 1000 && step < sizes.length - 1) {
    size /= 1024;
    step++;
  }
  const figures = step === 0 || size >= 100 ? Math.round(size) : Number(size.toPrecision(3));
  return `${figures} ${sizes[step]}`;
}

const two = (part: number): string => String(part).padStart(2, "0");

/** The local calendar day of an instant: 2026-11-21. */
export function sayDay(at: string): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The local minute of an instant: 2026-11-21 18:02. */
export function sayMinute(at: string): string {
  const date = new Date(at);
  return `${sayDay(at)} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** 今天 18:02, 昨天 18:02, or the day with its minute. */
export function sayWhen(at: string, now: Date = new Date()): string {
  const date = new Date(at);
  const midnight = (of: Date): number => new Date(of.getFullYear(), of.getMonth(), of.getDate()).getTime();
  const days = Math.round((midnight(now) - midnight(date)) / 86_400_000);
  const minute = `${two(date.getHours())}:${two(date.getMinutes())}`;
  if (days === 0) return `今天 ${minute}`;
  if (days === 1) return `昨天 ${minute}`;
  return `${sayDay(at)} ${minute}`;
}

/** Time that is left, rounded up so that it never promises too much: 约 3 分钟. */
export function sayLeft(seconds: number): string {
  if (seconds < 60) return `约 ${Math.max(1, Math.ceil(seconds))} 秒`;
  if (seconds < 3600) return `约 ${Math.ceil(seconds / 60)} 分钟`;
  return `约 ${Math.ceil(seconds / 360) / 10} 小时`;
}

/** The end of a long file name, where scanners count: …opinion-01.jpg */
export const sayTail = (name: string, most: number): string =>
  [...name].length <= most ? name : `…${[...name].slice(1 - most).join("")}`;

/** 件号 in four digits: 0012. */
export const sayItemNumber = (itemNumber: number): string => String(itemNumber).padStart(4, "0");
