// The still: a photo of the camera's own where it has one larger than its picture, else the full frame of the track. Never
// the preview, which is drawn to the window's size.
const patienceMs = 2500;
/** JPEG quality of a frame that comes without compression of the camera's own. */
const quality = 0.93;

/** isPhoto: the camera's own photo, exposed anew, of another size and it may be of another part of the desk. */
export type StillMaker = { take(): Promise<{ readonly still: Blob; readonly isPhoto: boolean }> };

/** Prepares taking stills of a track shown in `video`; a camera whose photo fails once gives frames from then on. */
export function makeStills(track: MediaStreamTrack, video: HTMLVideoElement): StillMaker {
  const capture = "ImageCapture" in globalThis ? new ImageCapture(track) : undefined;
  const canvas = new OffscreenCanvas(1, 1);
  let photoSize: Promise<{ imageWidth: number; imageHeight: number } | undefined> = largestPhoto(capture, track);
  return {
    async take() {
      const size = await photoSize;
      if (capture && size)
        try {
          return { still: await within(capture.takePhoto(size), patienceMs), isPhoto: true };
        } catch {
          photoSize = Promise.resolve(undefined);
        }
      canvas.width = video.videoWidth;
      canvas.height = video.videoHeight;
      const pen = canvas.getContext("2d", { alpha: false, willReadFrequently: true });
      if (!pen) throw new Error("a canvas has a pen");
      pen.drawImage(video, 0, 0);
      return { still: await canvas.convertToBlob({ type: "image/jpeg", quality }), isPhoto: false };
    },
  };
}

/** The size of the camera's own photos where they are larger than its picture. */
async function largestPhoto(
  capture: ImageCapture | undefined,
  track: MediaStreamTrack,
): Promise<{ imageWidth: number; imageHeight: number } | undefined> {
  try {
    const can = capture && (await within(capture.getPhotoCapabilities(), patienceMs));
    const [wide, high] = [can?.imageWidth?.max ?? 0, can?.imageHeight?.max ?? 0];
    const now = track.getSettings();
    return wide * high > 1.05 * (now.width ?? 0) * (now.height ?? 0)
      ? { imageWidth: wide, imageHeight: high }
      : undefined;
  } catch {
    return undefined;
  }
}

function within<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("too slow")), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
