// app://page/<id>/image?version=<number>, app://page/<id>/thumbnail, app://document/<id>,
// app://document/source/<page id>?from=<byte>&to=<byte>: one sealed file, opened for one answer.
// The key lives in this call only; it is never kept, logged or handed to the page.
import { Readable } from "node:stream";
import { type SealedPlace, sealedPlace } from "#contract/page-image";
import { openPart, partSizes, readSpan } from "#vault-format/open-file";
import { answer, notFound } from "./answer.ts";
import type { Engine } from "./engine-process.ts";
import type { HostHandler } from "./own-scheme.ts";

const ownPage = /^app:\/\/(ui|print)$/;

/** Page images and thumbnails by page id. */
export const servePageImages =
  (engine: Engine): HostHandler =>
  async (url, request) => {
    const [, id, variant] = /^\/([\w-]{1,64})\/(image|thumbnail)$/.exec(url.pathname) ?? [];
    if (!id || !variant) return notFound();
    // The number makes another version another picture for the window, and lets two be compared.
    const [version] = /^[1-9]\d{0,6}$/.exec(url.searchParams.get("version") ?? "") ?? [];
    return serveSealed(engine, "page.open", { id, variant, ...(version && { version: Number(version) }) }, request);
  };

/** Previewed documents (PDF) by document id. */
export const serveDocuments =
  (engine: Engine): HostHandler =>
  async (url, request) => {
    const [, sourceOf] = /^\/source\/([\w-]{1,64})$/.exec(url.pathname) ?? [];
    if (sourceOf) return serveSpan(engine, sourceOf, url.searchParams, request);
    const [, id] = /^\/([\w-]{1,64})$/.exec(url.pathname) ?? [];
    if (!id) return notFound();
    return serveSealed(engine, "document.open", { id }, request);
  };

/** Most bytes of an original in one answer; a reader asks for what it wants to show. */
const mostInSpan = 32 * 1024 * 1024;

/** A stretch of the received PDF of a page: a large one is never brought over whole. */
async function serveSpan(engine: Engine, id: string, asked: URLSearchParams, request: Request): Promise<Response> {
  const [from, to] = ["from", "to"].map((name) => Number(/^\d{1,12}$/.exec(asked.get(name) ?? "")?.[0] ?? Number.NaN));
  if (from === undefined || to === undefined || !(from < to && to - from <= mostInSpan)) return notFound();
  const reply = await engine.askFor("source.open", { id });
  const place = reply.ok ? sealedPlace.safeParse(reply.value) : undefined;
  if (!place?.success) return notFound();
  const key = Buffer.from(place.data.key, "hex");
  try {
    const bytes = await readSpan(place.data.path, key, place.data.part, from, to);
    return answer(new Uint8Array(bytes), {
      "Content-Type": place.data.mediaType,
      "Content-Security-Policy": "default-src 'none'; sandbox",
      ...allowedOrigin(request),
    });
  } catch {
    return notFound();
  } finally {
    key.fill(0);
  }
}

async function serveSealed(engine: Engine, name: string, input: unknown, request: Request): Promise<Response> {
  const reply = await engine.askFor(name, input);
  const place = reply.ok ? sealedPlace.safeParse(reply.value) : undefined;
  if (!place?.success) return notFound();
  return streamPart(place.data, allowedOrigin(request)).catch(() => notFound());
}

/** Streams one part; a segment that was changed breaks the stream off, so that half an image is never taken for whole. */
async function streamPart(place: SealedPlace, origin: Readonly<Record<string, string>>): Promise<Response> {
  const size = (await partSizes(place.path))[place.part];
  if (size === undefined) return notFound();
  const key = Buffer.from(place.key, "hex");
  const plain = Readable.from(openPart(place.path, key, place.part), { objectMode: false });
  plain.once("close", () => key.fill(0));
  const body = Readable.toWeb(plain) as ReadableStream<Uint8Array>;
  return answer(body, {
    "Content-Type": place.mediaType,
    "Content-Length": String(size),
    "Content-Disposition": "inline",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    ...origin,
  });
}

/** fetch() of our own pages comes from another host of the same scheme. */
function allowedOrigin(request: Request): Readonly<Record<string, string>> {
  const origin = request.headers.get("Origin") ?? "";
  return ownPage.test(origin) ? { "Access-Control-Allow-Origin": origin, Vary: "Origin" } : {};
}
