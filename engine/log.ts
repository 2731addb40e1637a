// The diagnostic log: codes, names of errors and places in our own program; never a message, never a value (house 3.1).

/** Writes one fault to standard error under the short id the person sees. */
export function noteFault(id: string, error: unknown): void {
  const name = error instanceof Error ? error.name : typeof error;
  const code = (error as { code?: unknown } | null)?.code;
  const frames =
    error instanceof Error
      ? (error.stack ?? "")
          .split("\n")
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 8)
      : [];
  const places = frames.map((line) => line.trim().replace(/\(?(file:\/\/)?\/\S*\/(?=[^/]+\/[^/]+:\d+)/, "(")).join(" ");
  process.stderr.write(`fault ${id} ${name} ${typeof code === "string" ? code : ""} ${places}\n`);
}
