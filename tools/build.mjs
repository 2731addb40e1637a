// npm run build: set-up and bundles. Does nothing when no input has changed.
import { setUp } from "./set-up.mjs";

await setUp({ need: ["app"] });
