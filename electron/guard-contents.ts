// Denied in every window: navigation, new windows, permissions, downloads, webviews (package-and-trust B1, E1, E5).
import type { Session, WebContents } from "electron";

/** The one frame a page of ours may hold, and the only place a camera is opened from. */
const cameraFrame = "app://camera/";

/**
 * The page may go nowhere: what it shows is what it was opened with. A file dropped beside the page would navigate too.
 * A frame inside it may become the document camera's, and nothing else.
 */
export function denyWandering(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  contents.on("will-navigate", (event) => event.preventDefault());
  contents.on("will-frame-navigate", (event) => {
    if (event.isMainFrame || event.url !== cameraFrame) event.preventDefault();
  });
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-attach-webview", (event) => event.preventDefault());
}

type Asked = { readonly permission: string; readonly from: string; readonly media: readonly string[] };

/**
 * Whether something may be had: writing text to the clipboard by the desk, when the clerk copies a 档号; pictures of a
 * camera, never sound, by the frame of the document camera. Everything else is refused.
 */
export function mayHave({ permission, from, media }: Asked): boolean {
  const at = `${from}/`;
  if (permission === "clipboard-sanitized-write") return at.startsWith("app://ui/");
  return (
    permission === "media" && at.startsWith(cameraFrame) && media.length > 0 && media.every((kind) => kind === "video")
  );
}

/** No notifications, no device, no file system access, no download, no microphone; what is left mayHave() says. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const media = "mediaTypes" in details ? (details.mediaTypes ?? []) : [];
    answer(mayHave({ permission, from: details.requestingUrl, media }));
  });
  session.setPermissionCheckHandler((_contents, permission, origin, { mediaType }) =>
    mayHave({ permission, from: origin, media: mediaType ? [mediaType] : [] }),
  );
  session.setDevicePermissionHandler(() => false);
  session.on("will-download", (event) => event.preventDefault());
}
