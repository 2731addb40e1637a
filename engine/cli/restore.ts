// restore BACKUP --to DIR: what would come back and what would be lost, as one line of JSON; with --commit it is done.
import { resolve } from "node:path";
import { Refusal } from "#contract/refusal";
import { say, withEngine, type Command } from "./on-archive.ts";

/**
 * Without --commit nothing is written. --register names another medium with a copy of the register of deletions;
 * --accept-unknown says that deletions may be missing where the archive at DIR cannot be read.
 */
export const restore: Command = ({ rest: [path], options, passphrase }) => {
  if (path === undefined) throw new Refusal("input-invalid", { where: "BACKUP" });
  const { to, register } = options;
  if (to === undefined) throw new Refusal("input-invalid", { where: "--to DIR" });
  const secret = { passphrase: passphrase() };
  return withEngine(async (engine) => {
    const { backups } = await engine.ask("restore.find", { path: resolve(path) });
    const [newest] = backups;
    if (!newest) throw new Refusal("backup-not-found");
    const registers = register === undefined ? [] : [resolve(register)];
    const input = { backup: newest.folder, target: resolve(to), secret, registers };
    const acceptsUnknown = options["accept-unknown"] === true;
    say(
      options.commit === true
        ? await engine.ask("restore.run", { ...input, acceptsUnknown })
        : await engine.ask("restore.check", input),
    );
    return 0;
  });
};
