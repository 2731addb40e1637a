// Opens one camera, pictures only. Nothing is recorded: a frame that is not taken is dropped.
import type { CameraChoices, CameraProblem } from "#contract/camera-frame";
import { commonSizes } from "./common-sizes.ts";

export type OpenCamera = {
  readonly track: MediaStreamTrack;
  readonly stream: MediaStream;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly sizes: [number, number][];
};

/** Why no camera was opened. */
export class CameraRefused extends Error {
  readonly problem: CameraProblem;
  constructor(problem: CameraProblem) {
    super(problem);
    this.problem = problem;
  }
}

const problems: Readonly<Record<string, CameraProblem>> = {
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotFoundError: "none",
  NotReadableError: "busy",
  AbortError: "busy",
};

/** Slower than this a preview is no help; asking for it makes a camera that can send MJPG send MJPG (N11). */
const leastFrames = 15;
const enoughFrames = 20;

/** Names of the cameras there are. */
export async function listCameras(): Promise<MediaDeviceInfo[]> {
  const all = await navigator.mediaDevices.enumerateDevices();
  return all.filter(({ kind }) => kind === "videoinput");
}

/** Opens the camera that was chosen, or the first; with the size that was chosen, or its largest. Throws CameraRefused. */
export async function openCamera({ camera, width, height }: CameraChoices): Promise<OpenCamera> {
  const there = await listCameras();
  if (there.length === 0) throw new CameraRefused("none");
  const chosen = there.find(({ label }) => camera !== "" && label === camera) ?? there[0];
  const wanted: MediaTrackConstraints = {
    ...(chosen && chosen.deviceId !== "" ? { deviceId: { exact: chosen.deviceId } } : {}),
    width: { ideal: width || 10_000 },
    height: { ideal: height || 10_000 },
  };
  const fast = { ...wanted, frameRate: { min: leastFrames, ideal: enoughFrames } };
  try {
    const stream = await ask(fast).catch((error: unknown) => {
      // A camera that is always slow is used as it is; the desk says so.
      if (error instanceof DOMException && error.name === "OverconstrainedError") return ask(wanted);
      throw error;
    });
    const [track] = stream.getVideoTracks();
    if (!track) throw new CameraRefused("failed");
    const settings = track.getSettings();
    const most = track.getCapabilities();
    const size = { width: settings.width ?? 0, height: settings.height ?? 0 };
    return {
      track,
      stream,
      name: track.label,
      ...size,
      sizes: commonSizes(most.width?.max ?? size.width, most.height?.max ?? size.height, size),
    };
  } catch (error) {
    if (error instanceof CameraRefused) throw error;
    throw new CameraRefused((error instanceof DOMException && problems[error.name]) || "failed");
  }
}

const ask = (video: MediaTrackConstraints): Promise<MediaStream> =>
  navigator.mediaDevices.getUserMedia({ audio: false, video });
