// Test files that share a process must leave sharp as they found it; one that loads the guarded one (engine/helper) says so
// itself here, instead of breaking the pictures of whichever file comes next.
import sharp from "sharp";
import { afterAll, expect } from "vitest";

afterAll(async () => {
  const drawn = sharp(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')).metadata();
  await expect(
    drawn,
    "this file blocks sharp for others: name it in vitest.config.ts, `decoding`",
  ).resolves.toMatchObject({
    format: "svg",
  });
});
