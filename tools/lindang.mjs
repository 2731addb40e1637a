// npm run -s lindang -- …: the command line. Nothing of ours may reach stdout, which belongs to its JSON.
import { existsSync } from "node:fs";
import path from "node:path";
import { findNode24 } from "./node24.mjs";
import { become } from "./run.mjs";
import { ROOT, setUp } from "./set-up.mjs";

await setUp();
// npm stands in the project's folder; the paths a person gives are meant from where the person stands.
const standing = process.env["INIT_CWD"];
if (standing && existsSync(standing)) process.chdir(standing);
await become(String(findNode24(ROOT)), [path.join(ROOT, "engine/cli.ts"), ...process.argv.slice(2)]);
