// Denied in every window: navigation, new windows, permissions, downloads, webviews (package-and-trust B1, E1, E5).
import type { Session, WebContents } from "electron";

/** The page may go nowhere: what it shows is what it was opened with. A file dropped beside the page would navigate too. */
export function denyWandering(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  contents.on("will-navigate", (event) => event.preventDefault());
  contents.on("will-frame-navigate", (event) => event.preventDefault());
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-attach-webview", (event) => event.preventDefault());
}

/**
 * No camera, no notifications, no device, no file system access, no download. One thing is left: the page may write
 * text to the clipboard when the clerk copies a 档号; it may never read it.
 */
export function denyPermissions(session: Session): void {
  const may = (permission: string, from: string): boolean =>
    permission === "clipboard-sanitized-write" && `${from}/`.startsWith("app://ui/");
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(may(permission, details.requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => may(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.on("will-download", (event) => event.preventDefault());
}
