// The line to the desk around this frame: what comes is heard from the desk alone and held to its shape.
import { type CameraOrder, type CameraReport, cameraOrder } from "#contract/camera-frame";

const desk = "app://ui";

/** Hears the desk; returns how to tell it something. `handedOver` changes owner instead of being copied. */
export function openDeskLine(
  hear: (order: CameraOrder) => void,
): (report: CameraReport, handedOver?: Transferable[]) => void {
  addEventListener("message", (event: MessageEvent<unknown>) => {
    if (event.origin !== desk || event.source !== parent) return;
    const order = cameraOrder.safeParse(event.data);
    if (order.success) hear(order.data);
  });
  return (report, handedOver = []) => parent.postMessage(report, desk, handedOver);
}
