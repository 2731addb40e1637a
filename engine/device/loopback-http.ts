// The one file of this program that opens a connection: to this machine's own loopback address, and nowhere else. A scanner
// that speaks eSCL over USB is answered there by the system (ipp-usb). Addresses are compared as text, never resolved, never
// followed: what is not 127.0.0.1 or ::1 to the letter is refused before a socket exists.
import { Agent, request, type IncomingMessage } from "node:http";
import { Refusal } from "#contract/refusal";

export type LoopbackPlace = { readonly host: string; readonly port: number };
export type LoopbackQuestion = {
  readonly method: "GET" | "POST" | "DELETE";
  readonly path: string;
  readonly xml?: string;
  readonly signal: AbortSignal;
  /** Milliseconds without a byte after which the device counts as silent. */
  readonly silenceMs: number;
  /** Largest answer in bytes. */
  readonly most: number;
};
export type LoopbackAnswer = {
  readonly status: number;
  readonly header: (name: string) => string;
  readonly body: Buffer;
};

const loopback = new Set(["127.0.0.1", "::1"]);
/** Every other spelling of this machine is refused too: one that is never written cannot be mistaken. */
export const isLoopback = (host: string): boolean => loopback.has(host);

function refuseElsewhere({ host, port }: LoopbackPlace, path: string): void {
  const isPort = Number.isInteger(port) && port > 0 && port < 65_536;
  // "//other/x" and control characters would be read as something else than a path.
  if (!isLoopback(host) || !isPort || !/^\/(?!\/)[\x21-\x7e]*$/.test(path)) throw new Refusal("scanner-elsewhere");
}

const refusalOf = (error: NodeJS.ErrnoException, signal: AbortSignal): unknown => {
  if (error instanceof Refusal) return error;
  if (signal.aborted) return new Refusal("task-cancelled");
  const { code = "" } = error;
  if (["ECONNREFUSED", "EADDRNOTAVAIL", "ENETUNREACH", "EAFNOSUPPORT"].includes(code))
    return new Refusal("scanner-not-found");
  return code.startsWith("E") || code.startsWith("HPE") ? new Refusal("scanner-io") : error;
};

async function readBody(answer: IncomingMessage, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of answer as AsyncIterable<Buffer>) {
    if ((size += piece.length) > most) throw new Refusal("scanner-io");
    pieces.push(piece);
  }
  if (!answer.complete) throw new Refusal("scanner-io");
  return Buffer.concat(pieces);
}

/**
 * Puts one question and gives the whole answer, whatever its status. Refuses scanner-elsewhere (before connecting, and for
 * an answer that points elsewhere), scanner-not-found, scanner-silent, scanner-io, task-cancelled.
 */
export async function askLoopback(place: LoopbackPlace, question: LoopbackQuestion): Promise<LoopbackAnswer> {
  const { method, path, xml, signal, silenceMs, most } = question;
  refuseElsewhere(place, path);
  if (signal.aborted) throw new Refusal("task-cancelled");
  const agent = new Agent({ keepAlive: false, maxSockets: 1 });
  try {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const asked = request({
        ...{ host: place.host, port: place.port, method, path, agent, signal, timeout: silenceMs },
        // Never reached for a literal address; a name that came this far would end here.
        lookup: (_name, _options, done) => done(new Refusal("scanner-elsewhere"), ""),
        headers: {
          Host: "localhost",
          ...(xml !== undefined && { "Content-Type": "text/xml", "Content-Length": String(Buffer.byteLength(xml)) }),
        },
      });
      asked.on("timeout", () => asked.destroy(new Refusal("scanner-silent")));
      asked.on("error", reject);
      asked.on("response", resolve);
      asked.end(xml);
    });
    const body = await readBody(answer, most);
    const header = (name: string): string => {
      const value = answer.headers[name.toLowerCase()];
      return Array.isArray(value) ? (value[0] ?? "") : (value ?? "");
    };
    const status = answer.statusCode ?? 0;
    // A redirection is not followed; one that leads away is named as such.
    if (status >= 300 && status < 400) pathOf(header("Location"), place);
    return { status, header, body };
  } catch (error) {
    throw refusalOf(error as NodeJS.ErrnoException, signal);
  } finally {
    agent.destroy();
  }
}

/**
 * The path of a Location header at the same place. A device names itself as it likes ("localhost", the loopback address);
 * its name is compared and then forgotten. Refuses scanner-elsewhere for any other host or port.
 */
export function pathOf(location: string, place: LoopbackPlace): string {
  const here = place.host.includes(":") ? `[${place.host}]` : place.host;
  const base = `http://${here}:${place.port}`;
  if (!URL.canParse(location, base)) throw new Refusal("scanner-elsewhere");
  const url = new URL(location, base);
  const isHere = [here, "localhost"].includes(url.hostname) && (url.port || "80") === String(place.port);
  const isPlain = url.protocol === "http:" && url.username === "" && url.password === "";
  if (!isHere || !isPlain) throw new Refusal("scanner-elsewhere");
  return url.pathname;
}
