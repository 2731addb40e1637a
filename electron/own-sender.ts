import type { IpcMainInvokeEvent } from "electron";

/** Whether a message comes from the top frame of our own page and from nowhere else (E7). */
export function isOwnSender({ senderFrame }: Pick<IpcMainInvokeEvent, "senderFrame">): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === "app://ui";
}
