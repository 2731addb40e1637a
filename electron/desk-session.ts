import { type Session, session } from "electron";
import { cameraFolder, pageFolder, printFolder } from "./app-folders.ts";
import { cameraPolicy, contentPolicy, deskPolicy, servePages } from "./app-protocol.ts";
import type { Engine } from "./engine-process.ts";
import { answerOwnScheme } from "./own-scheme.ts";
import { serveDocuments, servePageImages } from "./page-protocol.ts";

/** Name of the session of every window: without "persist:" it lives in memory, so no cache of a page reaches the disk. */
export const deskPartition = "desk";

/** Prepares the one session our windows use. */
export async function openDeskSession(engine: Engine): Promise<Session> {
  const desk = session.fromPartition(deskPartition, { cache: false });
  const [ui, print, camera] = await Promise.all([
    servePages(pageFolder, deskPolicy),
    servePages(printFolder, contentPolicy),
    servePages(cameraFolder, cameraPolicy),
  ]);
  const hosts = new Map([
    ["ui", ui],
    ["print", print],
    ["camera", camera],
    ["page", servePageImages(engine)],
    ["document", serveDocuments(engine)],
  ]);
  answerOwnScheme(desk.protocol, hosts);
  return desk;
}
