// The few things only the shell can do: dialogs, printing, showing a finished file. Answered by electron/shell-calls.ts.
import { z } from "zod";
import { cameraChoices } from "./camera-frame.ts";
import type { Reply } from "./wire.ts";

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): { input: I; output: O } => ({
  input,
  output,
});

/** Things of the desk that are remembered between starts; never a word of a record. */
export const rememberedDesk = z
  .object({
    archiveFolders: z.array(z.string()).max(10).default([]),
    splitters: z.record(z.string(), z.number()).default({}),
    isNavigationNarrow: z.boolean().default(false),
    isTreeFolded: z.boolean().default(false),
    rowHeight: z.enum(["compact", "comfortable"]).default("compact"),
    theme: z.enum(["system", "light", "dark", "contrast"]).default("system"),
    textScale: z.number().min(1).max(2).default(1),
    lastFolders: z.record(z.string(), z.string()).default({}),
    camera: cameraChoices.prefault({}),
  })
  .readonly();
export type RememberedDesk = z.infer<typeof rememberedDesk>;

export const shellCalls = {
  "shell.choose-scans": call(z.object({}), z.object({ paths: z.array(z.string()) })),
  /** A spreadsheet or CSV to read in, or a template pack. */
  "shell.choose-table": call(
    z.object({ title: z.string().max(60), form: z.enum(["table", "pack"]).default("table") }),
    z.object({ path: z.string().nullable() }),
  ),
  "shell.choose-folder": call(
    z.object({ title: z.string().max(60), purpose: z.enum(["archive", "scans", "backup", "package"]) }),
    z.object({ path: z.string().nullable() }),
  ),
  "shell.choose-save": call(
    z.object({
      title: z.string().max(60),
      suggestedName: z.string().max(200),
      form: z.enum(["pdf", "xlsx", "csv", "original"]),
    }),
    z.object({ path: z.string().nullable() }),
  ),
  /** Where a new archive goes when the clerk does not choose: the documents folder. */
  "shell.default-folder": call(z.object({}), z.object({ path: z.string() })),
  /** Shows a finished file in the file manager; only paths the shell's own dialogs chose, or lying below them. */
  "shell.reveal": call(z.object({ path: z.string() }), z.object({})),
  "shell.printers": call(
    z.object({}),
    z.object({ printers: z.array(z.object({ name: z.string(), label: z.string(), isDefault: z.boolean() })) }),
  ),
  /** Prints a previewed document at 100 %, without margins, at most 300 dpi, in jobs of at most 20 pages. Pages count from 1. */
  "shell.print": call(
    z.object({
      documentId: z.string().min(1),
      printer: z.string().default(""),
      copies: z.number().int().min(1).max(20).default(1),
      firstPage: z.number().int().min(1).default(1),
      lastPage: z.number().int().min(1).optional(),
      landscape: z.boolean(),
      /** The paper upright, in mm; A4 when left out. */
      pageSize: z.object({ widthMm: z.number().min(50).max(900), heightMm: z.number().min(50).max(1300) }).optional(),
    }),
    z.object({ printedPages: z.number().int(), jobs: z.number().int() }),
  ),
  "shell.desk": call(z.object({}), rememberedDesk),
  "shell.remember": call(rememberedDesk.unwrap().partial(), rememberedDesk),
  "shell.about": call(
    z.object({}),
    z.object({ appVersion: z.string(), electron: z.string(), node: z.string(), platform: z.string() }),
  ),
  "shell.quit": call(z.object({}), z.object({})),
};
export type ShellName = keyof typeof shellCalls;
export type ShellInput<N extends ShellName> = z.input<(typeof shellCalls)[N]["input"]>;
export type ShellOutput<N extends ShellName> = z.output<(typeof shellCalls)[N]["output"]>;

/** window.shellWire: typed on the page's side; pathOf gives a dropped file's path. */
export type ShellWire = {
  ask(name: string, input: unknown): Promise<Reply>;
  pathOf(file: unknown): string;
};
