// 装盒规则 — what the thickness is reckoned from and which boxes the office has. Every value is an estimate (估算, 待核对)
// that the office corrects with a ruler; DA/T 22-2015 gives the spines only (6.4: 20, 30, 40, 50 mm).
import { z } from "zod";
import { categoryCode } from "./fonds.ts";

export const spineMm = z.literal([20, 30, 40, 50]);
export type SpineMm = z.infer<typeof spineMm>;

/** A kind of paper. Pages are counted as printed sides; sidesPerSheet says how many of them a sheet bears. */
const paperKind = z
  .object({
    code: z.string().regex(/^[a-z]{2,20}$/),
    name: z.string().trim().min(1).max(40),
    sheetMm: z.number().min(0.02).max(5),
    sidesPerSheet: z.literal([1, 2]),
  })
  .readonly();

export const boxingRules = z
  .object({
    /** Spines the office has in stock. */
    sizes: z.array(spineMm).min(1).max(4).readonly(),
    /** mm of the spine that walls and flap take away. */
    wallMm: z.number().min(0).max(10),
    /** A box less full than this is pointed out. */
    leastFill: z.number().min(0).max(1),
    /** The first kind holds for every 门类 that names none. */
    papers: z.array(paperKind).min(1).max(10).readonly(),
    paperOf: z.record(categoryCode, z.string()),
    /** mm added per item for its binding, and per volume for its covers. */
    itemExtraMm: z.number().min(0).max(20),
    volumeExtraMm: z.number().min(0).max(20),
    /** 盒号 runs inside each class, or through all classes of the year (the archive's rule, 待核对). */
    numbering: z.enum(["class", "year"]),
  })
  .readonly();
export type BoxingRules = z.infer<typeof boxingRules>;

/** Estimates to start from: 70–80 g office paper measures about 0.1 mm a sheet. Single-sided reckons on the thick side. */
export const starterBoxingRules: BoxingRules = {
  sizes: [20, 30, 40, 50],
  wallMm: 2,
  leastFill: 0.5,
  papers: [
    { code: "plain", name: "普通办公纸", sheetMm: 0.1, sidesPerSheet: 1 },
    { code: "photo", name: "照片纸、卡纸", sheetMm: 0.25, sidesPerSheet: 1 },
  ],
  paperOf: { ZP: "photo" },
  itemExtraMm: 0.2,
  volumeExtraMm: 1,
  numbering: "class",
};
