import { BrowserWindow, nativeTheme, screen } from "electron";
import { preloadFile } from "./app-folders.ts";
import { deskPartition } from "./desk-session.ts";
import type { DeskState, RememberedBounds } from "./desk-state.ts";

const leastWidth = 1024;
const leastHeight = 640;
/** The desk's ground by day and by night (renderer/style/tokens.css): the window has its colour before its page. */
const ground = { light: "#f3f4f2", dark: "#131517" } as const;

/** What every window of ours is allowed: a sandboxed page without Node (E1). */
export const pagePreferences = {
  partition: deskPartition,
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
} as const;

/** Makes the one window of the desk, hidden until its first paint is ready. */
export function openWindow(state: DeskState, mayInspect: boolean): BrowserWindow {
  const { theme } = state.desk();
  nativeTheme.themeSource = theme === "contrast" ? "light" : theme;
  const bounds = fittingBounds(state.bounds());
  const window = new BrowserWindow({
    ...bounds,
    minWidth: leastWidth,
    minHeight: leastHeight,
    show: false,
    title: "邻档",
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    autoHideMenuBar: true,
    webPreferences: { ...pagePreferences, preload: preloadFile, devTools: mayInspect },
  });
  window.on("page-title-updated", (event) => event.preventDefault());
  window.once("ready-to-show", () => {
    if (bounds.isMaximized) window.maximize();
    window.show();
  });
  rememberBounds(window, state);
  void window.loadURL("app://ui/");
  return window;
}

/** The remembered place if a screen still shows it, else the middle; the whole screen where there is little of it. */
function fittingBounds(remembered: RememberedBounds | undefined): Partial<RememberedBounds> & { isMaximized: boolean } {
  if (remembered) {
    const { workArea } = screen.getDisplayMatching(remembered);
    const isSeen =
      remembered.x < workArea.x + workArea.width - 100 &&
      remembered.x + remembered.width > workArea.x + 100 &&
      remembered.y >= workArea.y - 8 &&
      remembered.y < workArea.y + workArea.height - 100;
    if (isSeen) return remembered;
  }
  const { workArea } = screen.getPrimaryDisplay();
  const width = Math.min(1440, workArea.width);
  const height = Math.min(900, workArea.height);
  return { width, height, isMaximized: workArea.width <= 1440 };
}

function rememberBounds(window: BrowserWindow, state: DeskState): void {
  let timer: NodeJS.Timeout | undefined;
  const keepSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
      void state.rememberBounds({ ...window.getNormalBounds(), isMaximized: window.isMaximized() });
    }, 500);
  };
  window.on("resize", keepSoon);
  window.on("move", keepSoon);
  window.on("maximize", keepSoon);
  window.on("unmaximize", keepSoon);
}
