import path from "node:path";
import { inputDigest } from "../build/inputs.mjs";
import { findNode24 } from "../node24.mjs";
import { runHoldingLock } from "./one-at-a-time.mjs";
import { SetUpStop } from "./say.mjs";
import { readStamp } from "./stamp.mjs";

/** A build that leaves the house (LINDANG_SHIPPING=1) has no source maps. */
export const FLAVOUR = process.env["LINDANG_SHIPPING"] === "1" ? "shipping" : "development";

/**
 * @param {string} root project folder
 * @returns {boolean} true when dist/ was built from the files as they are now
 */
export function appIsBuilt(root) {
  return readStamp(path.join(root, "dist", ".stamp")) === inputDigest(root, FLAVOUR);
}

/**
 * @param {string} root project folder, dependencies installed
 */
export async function buildApp(root) {
  const program = path.join(root, "tools/build/write-dist.mjs");
  if ((await runHoldingLock(root, String(findNode24(root)), [program])) !== 0)
    throw new SetUpStop("the app could not be built; see the message above");
}
