// app://camera/ — the picture of the document camera: watched, cropped and taken here, kept by the desk around it.
// Looked at and forgotten: only a page that is taken leaves this frame, and it leaves to the desk alone.
import { cameraChoices, type CameraChoices, type CameraLook, type CameraOrder } from "#contract/camera-frame";
import { openDeskLine } from "./desk-line.ts";
import { afterTaking, firstWatch, mostMotion, type Watch, watchOn } from "./hands-free.ts";
import { rememberPages } from "./kept-pages.ts";
import { openLooker } from "./looker.ts";
import { CameraRefused, listCameras, type OpenCamera, openCamera } from "./open-camera.ts";
import type { PagePrint } from "./page-print.ts";
import { scaled } from "./quad.ts";
import type { Sight } from "./sight.ts";
import { makeStage } from "./stage.ts";
import { isCameraOther, isSameView, misfitOf } from "./still-fits.ts";
import { motionBetween } from "./stillness.ts";
import { makeStills, type StillMaker } from "./take-still.ts";

/** Looks a second: enough to tell lying still from moving within 0.6 s, few enough to leave the preview its time. */
const lookEvery = 120;
/** Where the preview falls behind, it comes first (N11): three looks still fit into 0.6 s. */
const lookSeldom = 200;
const enoughFrames = 15;
const tellEvery = 250;
/** A picture that has stood still so long has lost its camera, whatever the driver says. */
const silentMs = 4000;

const looker = openLooker();
const kept = rememberPages();
const tell = openDeskLine(hear);
const stage = makeStage(({ corners, foldAt }) => {
  choices = { ...choices, foldAt, ...(corners ? { corners, crop: "locked" } : {}) };
  tell({ kind: "dragged", corners, foldAt });
});

let choices: CameraChoices = cameraChoices.parse({});
let open: OpenCamera | undefined;
let stills: StillMaker | undefined;
let opening = 0;
let watch: Watch = firstWatch;
let sight: Sight | undefined;
let isPaused = false;
/** A still on its way to the archive: nothing else is taken until the desk has said what became of it. */
let pending: { still: PagePrint; watched: PagePrint } | undefined;
let isTaking = false;
/** Stills of the page lying there that were put away because they did not show it as it was watched. */
let putAway = 0;
let shownFrames = 0;
let shownSince = performance.now();
let framesPerSecond = 0;
let lastFrameAt = performance.now();

function hear(order: CameraOrder): void {
  switch (order.kind) {
    case "open":
      choices = order.choices;
      void openChosen();
      break;
    case "choose": {
      const isOther =
        open !== undefined && (order.choices.quarters !== choices.quarters || order.choices.crop !== choices.crop);
      // The crop is this frame's own: it saw it last.
      choices = { ...order.choices, corners: choices.corners ?? order.choices.corners };
      document.documentElement.dataset["theme"] = order.theme;
      if (isOther) watch = { ...watch, stillSince: undefined };
      draw();
      break;
    }
    case "take":
      void take(Date.now());
      break;
    case "kept":
      if (pending && order.isKept) kept.keep(order.name, pending.still, pending.watched);
      pending = undefined;
      watch = afterTaking(performance.now());
      say();
      break;
    case "forget":
      kept.forget(order.name);
      watch = { ...watch, hasMoved: true, stillSince: undefined };
      break;
    case "pause":
      isPaused = order.isPaused;
      watch = { ...watch, stillSince: undefined };
      say();
      break;
  }
}

async function openChosen(): Promise<void> {
  const turn = ++opening;
  close();
  try {
    const found = await openCamera(choices);
    if (turn !== opening) return found.track.stop();
    open = found;
    stage.video.srcObject = found.stream;
    await stage.video.play();
    stills = makeStills(found.track, stage.video);
    found.track.addEventListener("ended", vanish);
    lastFrameAt = performance.now();
    countFrame();
    const { name: camera, sizes } = found;
    const [width, height] = [stage.video.videoWidth || found.width, stage.video.videoHeight || found.height];
    tell({ kind: "opened", camera, width, height, sizes });
    draw();
  } catch (error) {
    if (turn === opening) tell({ kind: "problem", problem: error instanceof CameraRefused ? error.problem : "failed" });
  } finally {
    await tellCameras();
  }
}

function close(): void {
  open?.track.removeEventListener("ended", vanish);
  open?.track.stop();
  open = undefined;
  stills = undefined;
  sight = undefined;
  watch = firstWatch;
  stage.video.srcObject = null;
}

/** The plug was pulled: what was kept is kept, and the camera is taken up again when it comes back. */
function vanish(): void {
  close();
  tell({ kind: "problem", problem: "vanished" });
}

async function tellCameras(): Promise<readonly MediaDeviceInfo[]> {
  const cameras = await listCameras().catch(() => []);
  tell({ kind: "cameras", names: cameras.map(({ label }) => label.slice(0, 200)).slice(0, 40) });
  return cameras;
}

function countFrame(): void {
  stage.video.requestVideoFrameCallback(() => {
    shownFrames += 1;
    lastFrameAt = performance.now();
    if (open) countFrame();
  });
}

function draw(): void {
  stage.show(
    {
      corners: choices.crop === "auto" ? (sight?.corners ?? choices.corners) : choices.corners,
      hasEdges: sight?.hasEdges ?? false,
    },
    choices,
  );
}

/** Everything that is seen of the picture now; then again a moment later, never two at once. */
async function lookOn(): Promise<void> {
  const begun = performance.now();
  try {
    if (open && stage.video.videoWidth > 0 && !isTaking) await lookOnce();
    if (open && performance.now() - lastFrameAt > silentMs && document.visibilityState === "visible") vanish();
  } finally {
    setTimeout(
      () => void lookOn(),
      Math.max(20, (framesPerSecond < enoughFrames ? lookSeldom : lookEvery) - (performance.now() - begun)),
    );
  }
}

async function lookOnce(): Promise<void> {
  const { videoWidth, videoHeight } = stage.video;
  const before = sight;
  const seen = await looker.look(stage.video, videoWidth, videoHeight, choices, false);
  if (!open) return;
  sight = seen;
  const motion = before ? motionBetween(before.cells, seen.cells) : 1;
  // A crop to use again is that of a page lying still, not of a hand; and the clerk may have taken hold of a corner
  // while this was being looked at.
  if (seen.hasEdges && motion <= mostMotion && choices.crop === "auto") choices = { ...choices, corners: seen.corners };
  draw();
  if (isPaused || isTaking || pending) return;
  if (motion > mostMotion) putAway = 0;
  watch = watchOn(watch, {
    at: performance.now(),
    motion,
    hasPage: seen.hasPage,
    isLast: kept.isLast(seen.print, seen.corners !== null),
  });
  if (watch.look === "taking" && choices.isHandsFree) await take(Date.now(), seen);
}

/** Takes what lies there now and hands it to the desk; `watched` is the look that asked for it, where no hand did. */
async function take(askedAt: number, watched?: Sight): Promise<void> {
  if (!open || !stills || isTaking || pending || isPaused) return;
  isTaking = true;
  say();
  try {
    const capturedAt = new Date().toISOString();
    const { still, isPhoto } = await stills.take();
    const picture = await createImageBitmap(still);
    const { width, height } = picture;
    const film = { width: stage.video.videoWidth, height: stage.video.videoHeight };
    // Corners seen in the film mean nothing in a photo that shows another part of the desk.
    const isOtherView = choices.crop === "auto" && !isSameView(film, { width, height });
    const seen = await looker.look(picture, width, height, isOtherView ? { ...choices, corners: null } : choices, true);
    picture.close();
    const asked = watched && { ...watched, ...film };
    if (asked && misfitOf(asked, { ...seen, width, height }, isPhoto)) {
      const after = { ...(await looker.look(stage.video, film.width, film.height, choices, false)), ...film };
      if (!isCameraOther(putAway, asked, after)) {
        putAway += 1;
        watch = { ...watch, look: "moving", stillSince: undefined };
        return;
      }
    }
    putAway = 0;
    const same = kept.sameAs(seen.print, seen.corners !== null);
    const bytes = new Uint8Array(await still.arrayBuffer());
    pending = { still: seen.print, watched: sight?.print ?? seen.print };
    tell(
      {
        kind: "still",
        ...{ bytes, width, height, askedAt, capturedAt },
        corners: seen.corners ? scaled(seen.corners, width, height) : null,
        marks: [...seen.marks, ...(same === undefined ? [] : [{ mark: "same-page" as const, value: same }])],
      },
      [bytes.buffer],
    );
  } catch {
    // The camera went away while it was asked for a picture.
    if (open?.track.readyState === "live") tell({ kind: "problem", problem: "failed" });
    else vanish();
  } finally {
    isTaking = false;
  }
}

function lookNow(): CameraLook {
  if (isTaking || pending) return "taking";
  if (isPaused) return "paused";
  return choices.isHandsFree ? watch.look : "ready";
}

function say(): void {
  if (!open) return;
  tell({ kind: "look", look: lookNow(), hasEdges: sight?.hasEdges ?? false, framesPerSecond });
}

setInterval(() => {
  const now = performance.now();
  if (now - shownSince >= 1000) {
    framesPerSecond = (shownFrames * 1000) / (now - shownSince);
    shownFrames = 0;
    shownSince = now;
  }
  say();
}, tellEvery);

navigator.mediaDevices.addEventListener("devicechange", () => {
  void tellCameras().then((cameras) => {
    if (!open && cameras.length > 0) void openChosen();
  });
});
// Keys belong to the desk, wherever the focus is.
addEventListener("keydown", (event) => {
  const { key, code, ctrlKey, altKey, shiftKey, repeat } = event;
  if (key === "Tab") return;
  event.preventDefault();
  tell({ kind: "key", key: key.slice(0, 30), code: code.slice(0, 30), ctrlKey, altKey, shiftKey, repeat });
});
void lookOn();
tell({ kind: "hello" });
