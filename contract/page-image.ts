// Where the shell finds one sealed file: asked by electron/page-protocol.ts only, never answered to the window.
import { z } from "zod";
import { keepersAndInspector, read } from "./procedure.ts";

/** A sealed file with its key (64 hex digits), the part to open and what it is. Held for one answer, never logged. */
export const sealedPlace = z.object({
  path: z.string(),
  key: z.string().regex(/^[0-9a-f]{64}$/),
  part: z.number().int(),
  mediaType: z.string(),
});
export type SealedPlace = z.infer<typeof sealedPlace>;

export const pageImageProcedures = {
  "page.open": read({
    seat: "shell",
    roles: keepersAndInspector,
    input: z.object({
      id: z.string().min(1),
      variant: z.enum(["image", "thumbnail"]),
      /** The version meant; the shown one when it is left out. */
      version: z.number().int().min(1).optional(),
    }),
    output: sealedPlace,
    refusals: ["page-not-found"],
  }),
  "document.open": read({
    seat: "shell",
    roles: keepersAndInspector,
    input: z.object({ id: z.string().min(1) }),
    output: sealedPlace,
    refusals: ["page-not-found"],
  }),
};
