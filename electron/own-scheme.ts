// app:// — the only scheme of the program. One handler, five hosts: ui, print and camera are built pages, page and
// document are sealed files of the archive.
import type { Protocol } from "electron";
import { notFound } from "./answer.ts";

/** Answers one GET of one host. */
export type HostHandler = (url: URL, request: Request) => Promise<Response>;

/** Says before Chromium starts that app:// is a real scheme: with origins, fetch and streams. */
export function announceOwnScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: "app",
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true },
    },
  ]);
}

/** Answers app:// in one session; whatever no host knows is 404. */
export function answerOwnScheme(protocol: Protocol, hosts: ReadonlyMap<string, HostHandler>): void {
  protocol.handle("app", async (request) => {
    if (request.method !== "GET" || !URL.canParse(request.url)) return notFound();
    const url = new URL(request.url);
    return hosts.get(url.host)?.(url, request) ?? notFound();
  });
}
