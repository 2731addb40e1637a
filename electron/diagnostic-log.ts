import { createWriteStream, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** 诊断日志: codes and ids only, never a word of a record (house 3.1). */
export type DiagnosticLog = {
  /** One line of the shell: an event's code with codes and numbers beside it. */
  note(code: string, facts?: Readonly<Record<string, string | number>>): void;
  /** Lines another process printed: kept when they look like codes, else only counted. */
  relay(source: string, bytes: Buffer): void;
};

const mostBytes = 1 << 20;
// Codes, ids, numbers and key=value pairs. Chinese, quotes and long runs of words are what data looks like.
const codeLine = /^[\w.:=+-]{1,64}( [\w.:=+-]{1,64}){0,11}$/;
// A fault of the engine: its short id, the error's name and places in programs; never an absolute path of this machine.
const faultLine = /^fault [\w-]{1,40} (?!.*[ (]\/)[\w.:()<>[\]/ -]{0,2000}$/;

/**
 * Opens the log for appending; one older file is kept beside it. A log that cannot be written is done without. While
 * developing, what is withheld from the file is shown on the terminal.
 */
export function openDiagnosticLog(file: string, isDeveloping: boolean): DiagnosticLog {
  mkdirSync(dirname(file), { recursive: true });
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > mostBytes) renameSync(file, `${file}.1`);
  const stream = createWriteStream(file, { flags: "a", mode: 0o600 });
  stream.on("error", () => undefined);
  const put = (line: string): void => void stream.write(`${new Date().toISOString()} ${line}\n`);
  return {
    note(code, facts = {}) {
      const line = [code, ...Object.entries(facts).map(([name, value]) => `${name}=${value}`)].join(" ");
      put(codeLine.test(line) ? line : `${code} facts-withheld`);
    },
    relay(source, bytes) {
      if (isDeveloping) process.stderr.write(bytes);
      const lines = bytes.toString("utf8").split("\n").filter(Boolean);
      const kept = lines.filter((line) => codeLine.test(line.trim()) || faultLine.test(line.trim()));
      for (const line of kept) put(`${source} ${line.trim()}`);
      if (kept.length < lines.length) put(`${source} withheld-lines=${lines.length - kept.length}`);
    },
  };
}
