// npm start: set up, build, open the app.
import { ROOT, setUp } from "./set-up.mjs";
import { withElectron } from "./with-electron.mjs";

await setUp({ need: ["electron", "app"] });
process.exitCode = await withElectron(ROOT, ["electron", ROOT, ...process.argv.slice(2)]);
