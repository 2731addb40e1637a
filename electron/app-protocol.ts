// app://ui/, app://print/ and app://camera/: built files out of a fixed list. A URL is looked up, never joined to a folder (E2).
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative } from "node:path";
import { answer, notFound } from "./answer.ts";
import type { HostHandler } from "./own-scheme.ts";

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
};

// antd writes its styles at run time; scripts come from our files alone (E4).
const shared = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src app: blob: data:",
  "font-src 'self' data:",
  "connect-src 'self' app:",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];

/** What a page of ours may load and run: its own files, sealed pages by their id, nothing else. */
export const contentPolicy = shared.join("; ");
/** The desk holds one frame beside itself, the document camera's. */
export const deskPolicy = `${contentPolicy}; frame-src app://camera`;
/** The frame of the document camera runs its own files, asks for nothing and shows no sealed page; only the desk holds it. */
export const cameraPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors app://ui",
].join("; ");

/** Serves the files that lie below `folder` now, by their exact names, under a content policy; "/" is index.html. */
export async function servePages(folder: string, policy: string): Promise<HostHandler> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, { file: string; mediaType: string }>(
    names.flatMap((entry) => {
      const file = join(entry.parentPath, entry.name);
      const mediaType = mediaTypes[extname(entry.name)];
      if (!entry.isFile() || !mediaType) return [];
      return [[`/${relative(folder, file).replaceAll("\\", "/")}`, { file, mediaType }] as const];
    }),
  );
  return async (url) => {
    const found = files.get(url.pathname === "/" ? "/index.html" : url.pathname);
    if (!found || url.search) return notFound();
    return answer(new Uint8Array(await readFile(found.file)), {
      "Content-Type": found.mediaType,
      "Content-Security-Policy": policy,
      "Cross-Origin-Opener-Policy": "same-origin",
    });
  };
}
