import { join } from "node:path";
import type { Session } from "#contract/archive";
import type { Desk } from "./launch.ts";

export const passphrase = "梧桐 river 七月-密";

/** Creates and opens a fresh archive below the desk's home, through the wire. */
export async function startArchive(desk: Desk, name = "试验"): Promise<Session> {
  const { session } = await desk.ask("archive.create", {
    folder: join(desk.home, `${name}.lindang`),
    name,
    passphrase,
    fonds: { code: "Q001", name: "梧桐社区居民委员会", unit: "梧桐社区居民委员会" },
  });
  return session;
}
