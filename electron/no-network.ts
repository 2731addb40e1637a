// Offline is code (house 3.1): nothing but the app's own scheme is ever asked for.
import type { App, Session, WebContents } from "electron";

const ownSchemes = new Set(["app:", "blob:", "data:"]);

/** Whether a request may leave the page at all; DevTools' own files only while developing. */
export function isOwnRequest(url: string, mayInspect: boolean): boolean {
  const scheme = url.slice(0, url.indexOf(":") + 1).toLowerCase();
  return ownSchemes.has(scheme) || (mayInspect && scheme === "devtools:");
}

/**
 * Chromium's switches, before it starts: no name is ever resolved, no proxy is looked for, nothing is fetched in the
 * background, and WebRTC, which passes no request filter, gets no route.
 */
export function silenceChromium(app: App): void {
  const { commandLine } = app;
  commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");
  commandLine.appendSwitch("no-proxy-server");
  commandLine.appendSwitch("disable-background-networking");
  commandLine.appendSwitch("disable-component-update");
  commandLine.appendSwitch("disable-domain-reliability");
  commandLine.appendSwitch("disable-sync");
  commandLine.appendSwitch("disable-breakpad");
  commandLine.appendSwitch("no-pings");
  commandLine.appendSwitch("dns-prefetch-disable");
  commandLine.appendSwitch("force-webrtc-ip-handling-policy", "disable_non_proxied_udp");
}

/** Cancels every request of a session that is not the app's own, and leaves it no proxy to go through. */
export function denyNetwork(session: Session, mayInspect: boolean): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOwnRequest(details.url, mayInspect) }));
  void session.setProxy({ mode: "direct" });
  // Chromium fetches a dictionary for every session, also for one no window ever uses.
  session.setSpellCheckerDictionaryDownloadURL("app://none/");
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
}

/** Keeps WebRTC of one page from opening sockets of its own. */
export function denySockets(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
}
