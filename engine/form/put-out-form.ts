// A form made into a file, or into bytes to be shown: drawn, read again, counted, confirmed, and only then in its place.
import { createHash } from "node:crypto";
import { refuseExisting, writeCheckedFile } from "#engine/paper/write-checked-file";
import type { PaperSize } from "#engine/paper/millimetre";
import type { Turn } from "#engine/paper/take-turn";
import type { FormDefinition, FormSheet } from "./form-definition.ts";
import type { FormHand } from "./form-hand.ts";
import { recountForm } from "./recount-form.ts";
import { drawForm } from "./write-form-pdf.ts";
import { fillForm, recountSpreadsheet } from "./write-form-xlsx.ts";

export type FormOrder = {
  readonly form: FormDefinition;
  readonly sheets: readonly FormSheet[];
  readonly hand: Omit<FormHand, "shelf">;
  readonly output: "pdf" | "xlsx";
  /** null gives the bytes only. */
  readonly to: string | null;
  readonly mayReplace: boolean;
  /** YYYY-MM-DD, the only date inside the file. */
  readonly madeOn: string;
  readonly turn: Turn;
  /** Asked last, before the file takes its place: throws when the archive no longer holds these rows. */
  readonly confirm: () => void;
};
export type FormOutput = {
  readonly content: Buffer;
  readonly sha256: string;
  readonly pageCount: number;
  /** Pages of the whole form, before a range was chosen. */
  readonly wholePageCount: number;
  readonly pageSize: PaperSize;
};
type Made = Omit<FormOutput, "sha256"> & { readonly check: (written: Buffer) => Promise<void> };

async function make({ form, sheets, hand, output, madeOn, turn }: FormOrder): Promise<Made> {
  if (output === "xlsx") {
    const { content, tables, pageCount } = await fillForm(form, sheets, hand, madeOn, turn);
    const pageSize = { widthMm: 210, heightMm: 297 };
    const check = (written: Buffer): Promise<void> => recountSpreadsheet(written, tables);
    return { content, pageCount, wholePageCount: pageCount, pageSize, check };
  }
  const { content, pages, wholePageCount, pageSize } = await drawForm(form, sheets, hand, madeOn, turn);
  const check = (written: Buffer): Promise<void> => recountForm(written, pages, turn);
  return { content, pageCount: pages.length, wholePageCount, pageSize, check };
}

/**
 * Nothing stays at `to` when the count is wrong. Refuses what layout refuses, `conservation-broken`, `target-exists`,
 * `target-not-writable`, `disk-full`, `form-output-unknown`.
 */
export async function putOutForm(order: FormOrder): Promise<FormOutput> {
  const { to, mayReplace } = order;
  if (to !== null) await refuseExisting(to, mayReplace);
  const { check, ...made } = await make(order);
  const recount = async (written: Buffer): Promise<void> => {
    await check(written);
    order.confirm();
  };
  if (to === null) await recount(made.content);
  else await writeCheckedFile(to, mayReplace, made.content, recount);
  return { ...made, sha256: createHash("sha256").update(made.content).digest("hex") };
}
