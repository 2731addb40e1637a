/**
 * One line of set-up output. It goes to stderr, because stdout belongs to the command that is being prepared.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`set-up: ${line}\n`);
}

/** Set-up cannot go on; the message is one sentence that says what the person at the keyboard has to do. */
export class SetUpStop extends Error {
  /** @override */
  name = "SetUpStop";
}
