// The child process: reads the channel, calls the door. It ends when its parent does.
import { openEngine } from "./engine.ts";
import { noteFault } from "./log.ts";
import { serve, type Channel } from "./serve.ts";

const channel: Channel = {
  send: (message) => void (process.connected && process.send?.(message)),
  hear: (listener) => void process.on("message", listener),
};
// The one word of the surroundings that names where an installation keeps its scanner settings (sane(7)).
const saneConfigFolder = process.env["SANE_CONFIG_DIR"];
const engine = openEngine({
  announce: (event) => channel.send({ kind: "event", event }),
  noteFault,
  readsPages: true,
  scanners: saneConfigFolder ? { saneConfigFolder } : {},
});
serve(engine, channel);

// A parent that has gone cannot be told anything: leave the archive in order and end.
process.on("disconnect", () => void engine.close().finally(() => process.exit(0)));
process.on("SIGTERM", () => void engine.close().finally(() => process.exit(0)));
channel.send({ kind: "ready" });
