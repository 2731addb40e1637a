import { engineNodeFlags } from "#contract/wire";
import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { pause } from "./measure.mjs";

/**
 * The engine as the app starts it: the built program in a child process, asked over its channel.
 * @typedef {object} EngineDoor
 * @property {number} pid
 * @property {<N extends import("#contract/contract").Name>(name: N, input: import("#contract/contract").Asked<N>)
 *   => Promise<import("#contract/contract").Output<N>>} ask throws on a refusal
 * @property {() => Promise<void>} close
 */

/**
 * @param {string} root project folder, built
 * @returns {Promise<EngineDoor>}
 */
export async function openEngineDoor(root) {
  const host = path.join(root, "dist/engine/host.mjs");
  if (!existsSync(host)) throw new Error("dist/engine is not built");
  const child = fork(host, [], {
    execArgv: [...engineNodeFlags],
    serialization: "advanced",
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  /** @type {Map<string, (reply: import("#contract/wire").Reply) => void>} */
  const waiting = new Map();
  await new Promise((ready, failed) => {
    child.on("message", (/** @type {import("#contract/wire").EngineMessage} */ message) => {
      if (message.kind === "ready") ready(undefined);
      if (message.kind !== "reply") return;
      waiting.get(message.id)?.(message.reply);
      waiting.delete(message.id);
    });
    child.on("error", failed);
    child.on("exit", (code) => {
      failed(new Error(`the engine ended with ${code}`));
      for (const settle of waiting.values()) settle({ ok: false, fault: "the engine ended" });
    });
  });
  let asked = 0;
  return {
    pid: child.pid ?? 0,
    async ask(name, input) {
      const id = `bench-${(asked += 1)}`;
      /** @type {import("#contract/wire").Reply} */
      const reply = await new Promise((settle) => {
        waiting.set(id, settle);
        child.send({ id, seat: "window", name, input });
      });
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
      return /** @type {any} */ (reply.value);
    },
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.disconnect();
      await Promise.race([gone, pause(5000).then(() => child.kill("SIGKILL"))]);
    },
  };
}
