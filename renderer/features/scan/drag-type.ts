/** What a page dragged in the tray carries: its place. */
export const dragType = "application/x-tray-place";
