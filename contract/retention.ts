// 保管期限 — 永久, 定期30年, 定期10年 (DA/T 22-2015, 5.4; codes Y, D30, D10).
import { z } from "zod";

export const retention = z.enum(["Y", "D30", "D10"]);
export type Retention = z.infer<typeof retention>;

/** The words the form carries for each code. */
export const retentionLabel: Record<Retention, string> = { Y: "永久", D30: "30年", D10: "10年" };
