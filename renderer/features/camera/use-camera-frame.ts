// The line to the frame app://camera/: its origin, its window and the shape of what it says are checked.
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import {
  type CameraChoices,
  type CameraOrder,
  type CameraProblem,
  type CameraReport,
  cameraReport,
} from "#contract/camera-frame";

const origin = "app://camera";
type Of<K extends CameraReport["kind"]> = Extract<CameraReport, { kind: K }>;
export type Still = Of<"still">;

export type FrameState = {
  readonly cameras: readonly string[];
  readonly opened: Of<"opened"> | undefined;
  readonly look: Of<"look"> | undefined;
  readonly problem: CameraProblem | undefined;
};
type Hearing = {
  readonly still: (still: Still) => void;
  readonly dragged: (dragged: Of<"dragged">) => void;
  readonly key: (key: Of<"key">) => void;
};
export type CameraFrame = FrameState & {
  readonly frame: RefObject<HTMLIFrameElement | null>;
  tell(order: CameraOrder): void;
  open(): void;
};

const nothing: FrameState = { cameras: [], opened: undefined, look: undefined, problem: undefined };

/** Opens the camera when the frame is there, tells it every change of the choices, and hears what it says. */
export function useCameraFrame(choices: CameraChoices, hearing: Hearing): CameraFrame {
  const frame = useRef<HTMLIFrameElement>(null);
  const [state, setState] = useState(nothing);
  const latest = useRef({ choices, hearing });
  latest.current = { choices, hearing };
  // Before its hello the frame is an empty page of this very window, and nobody to talk to.
  const isThere = useRef(false);
  const tell = useCallback((order: CameraOrder): void => {
    if (isThere.current) frame.current?.contentWindow?.postMessage(order, origin);
  }, []);
  const open = useCallback((): void => {
    setState((now) => ({ ...now, opened: undefined, look: undefined, problem: undefined }));
    tell({ kind: "open", choices: latest.current.choices });
  }, [tell]);

  useEffect(() => {
    const hear = ({ origin: from, source, data }: MessageEvent<unknown>): void => {
      if (from !== origin || source !== frame.current?.contentWindow) return;
      const parsed = cameraReport.safeParse(data);
      if (!parsed.success) return;
      const report = parsed.data;
      switch (report.kind) {
        case "hello":
          isThere.current = true;
          tell({
            kind: "choose",
            choices: latest.current.choices,
            theme: document.documentElement.dataset["theme"] ?? "",
          });
          return open();
        case "cameras":
          return setState((now) => ({ ...now, cameras: report.names }));
        case "opened":
          return setState((now) => ({ ...now, opened: report, problem: undefined }));
        case "problem":
          return setState((now) => ({ ...now, problem: report.problem, opened: undefined, look: undefined }));
        case "look":
          return setState((now) => ({ ...now, look: report }));
        case "still":
          return latest.current.hearing.still(report);
        case "dragged":
          return latest.current.hearing.dragged(report);
        case "key":
          return latest.current.hearing.key(report);
      }
    };
    window.addEventListener("message", hear);
    return () => window.removeEventListener("message", hear);
  }, [open, tell]);

  // Device and size are opened anew, everything else is told.
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) return void (isFirst.current = false);
    open();
  }, [choices.camera, choices.width, choices.height, open]);
  useEffect(() => {
    tell({ kind: "choose", choices, theme: document.documentElement.dataset["theme"] ?? "" });
  }, [choices, tell]);

  return { ...state, frame, tell, open };
}
