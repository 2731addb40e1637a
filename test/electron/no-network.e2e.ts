// Offline is code (house 3.1, E6): Chromium's own network log of a whole session names no address outside the app.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { newHome, openDesk, removeHome } from "./launch.ts";
import { startArchive } from "./start-archive.ts";

type NetLog = {
  constants: { logEventTypes: Record<string, number> };
  events: { type: number; params?: { url?: string; host?: string; address?: string; address_list?: string[] } }[];
};

test("a session asks for nothing outside the app, resolves no name and opens no connection", async () => {
  const home = newHome();
  const log = join(home, "net.json");
  const desk = await openDesk(home, [`--log-net-log=${log}`]);
  const asked: string[] = [];
  desk.page.context().on("request", (request) => asked.push(request.url()));
  await startArchive(desk);
  await desk.page.evaluate(async () => {
    await fetch("https://planted.example/").catch(() => undefined);
    navigator.sendBeacon("https://planted.example/");
    const picture = new Image();
    picture.src = "https://planted.example/x.png";
    await picture.decode().catch(() => undefined);
    // Behind no request filter: a peer connection that looks for a way out.
    const peer = new RTCPeerConnection({ iceServers: [{ urls: "stun:planted.example:3478" }] });
    peer.createDataChannel("x");
    await peer.setLocalDescription(await peer.createOffer());
    await new Promise((next) => setTimeout(next, 1500));
    peer.close();
  });
  await desk.page.reload().catch(() => undefined);
  await desk.close();

  const outside = asked.filter((url) => !/^(app|blob|data):/.test(url) && !url.includes("planted.example"));
  expect(outside).toEqual([]);

  const { constants, events } = JSON.parse(readFileSync(log, "utf8")) as NetLog;
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, number]) => [number, name]));
  const seen = events.map((event) => ({ name: names.get(event.type) ?? "", ...event.params }));
  expect(seen.length).toBeGreaterThan(0);
  expect(seen.filter(({ url }) => url && /^(https?|wss?|ftp):/.test(url)).map(({ url }) => url)).toEqual([]);
  const reachedOut =
    /^(HOST_RESOLVER_(SYSTEM|DNS)_TASK|DNS_TRANSACTION|TCP_CONNECT(_ATTEMPT)?|UDP_CONNECT|SSL_CONNECT|QUIC_SESSION)$/;
  expect(seen.filter(({ name }) => reachedOut.test(name))).toEqual([]);
  removeHome(home);
});
