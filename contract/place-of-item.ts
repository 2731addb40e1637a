// Where an item lies and what it is made of: 案卷 or 组, 盒, 载体, holding state, and the schedule line of its term.
import { z } from "zod";

export const volumeId = z.string().min(1).brand<"VolumeId">();
export type VolumeId = z.infer<typeof volumeId>;
export const boxId = z.string().min(1).brand<"BoxId">();
export type BoxId = z.infer<typeof boxId>;
export const scheduleRowId = z.string().min(1).brand<"ScheduleRowId">();
export type ScheduleRowId = z.infer<typeof scheduleRowId>;

/** 载体形态 (DA/T 18-2022). A sealed packet (选票, 委托书) is never scanned. */
export const carrier = z.enum(["paper", "digital", "object", "sealed"]);
export type Carrier = z.infer<typeof carrier>;
export const carrierLabel: Record<Carrier, string> = {
  paper: "纸质",
  digital: "电子",
  object: "实物",
  sealed: "封存件",
};

/** Where the item is now: 在室 / 街道代管 / 已移交 / 借出. */
export const holding = z.enum(["here", "street", "transferred", "lent"]);
export type Holding = z.infer<typeof holding>;
export const holdingLabel: Record<Holding, string> = {
  here: "在室",
  street: "街道代管",
  transferred: "已移交",
  lent: "借出",
};
