// The picture with the crop drawn over it: four corners and a fold, dragged by mouse or moved by keys.
import type { CameraChoices } from "#contract/camera-frame";
import type { SheetCorners } from "#contract/derivative";
import { stepOf, withCorner } from "#contract/move-corner";
import { cameraText } from "#text/camera";
import { foldAt, shareAt } from "./drag.ts";
import { foldLine, readingCorners } from "./reading-corners.ts";

export type Crop = { readonly corners: SheetCorners | null; readonly hasEdges: boolean };
type Dragged = { readonly corners: SheetCorners | null; readonly foldAt: number };
export type Stage = {
  readonly video: HTMLVideoElement;
  /** Draws the crop as it is now. */
  show(crop: Crop, choices: CameraChoices): void;
};

const svgSpace = "http://www.w3.org/2000/svg";
/** One press of a key, as a share of the picture; with Shift ten. */
const step = 1 / 500;

/** Puts the stage into the page; `dragged` hears what the clerk moved. */
export function makeStage(dragged: (crop: Dragged) => void): Stage {
  const stage = document.createElement("div");
  stage.className = "stage";
  const video = document.createElement("video");
  video.muted = true;
  video.playsInline = true;
  const drawing = document.createElementNS(svgSpace, "svg");
  drawing.setAttribute("viewBox", "0 0 1 1");
  drawing.setAttribute("preserveAspectRatio", "none");
  const [outline, fold] = [document.createElementNS(svgSpace, "polygon"), document.createElementNS(svgSpace, "line")];
  drawing.append(outline, fold);
  const handles = [0, 1, 2, 3].map((at) => handle(`corner corner-${at}`, cameraText.corner(at)));
  const foldHandle = handle("fold", cameraText.fold);
  stage.append(video, drawing, ...handles, foldHandle);
  document.body.append(stage);

  let crop: Crop = { corners: null, hasEdges: false };
  let choices: CameraChoices | undefined;
  const whole: SheetCorners = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 1, y: 1 },
    { x: 0, y: 1 },
  ];
  const tell = (corners: SheetCorners | null, at = choices?.foldAt ?? 0.5): void => {
    if (!choices) return;
    draw({ corners, hasEdges: crop.hasEdges }, { ...choices, foldAt: at });
    dragged({ corners, foldAt: at });
  };
  const moveCorner = (at: number, place: { x: number; y: number }): void => {
    const moved = withCorner(crop.corners ?? whole, at, place);
    if (moved) tell(moved);
  };
  const moveFold = (place: { x: number; y: number }): void => {
    if (!choices) return;
    const [a, b, c, d] = readingCorners(crop.corners ?? whole, { ...choices, isSpread: false });
    tell(crop.corners, foldAt(place, [a, d], [b, c]));
  };
  handles.forEach((each, at) => {
    listen(each, (place) => moveCorner(at, place));
    each.addEventListener("keydown", (event) => {
      const by = stepOf(event.key, choices?.quarters ?? 0, event.shiftKey ? 10 * step : step);
      const now = (crop.corners ?? whole)[at];
      if (!by || !now) return;
      event.preventDefault();
      event.stopPropagation();
      moveCorner(at, { x: now.x + by.x, y: now.y + by.y });
    });
  });
  listen(foldHandle, moveFold);
  foldHandle.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by || !choices) return;
    event.preventDefault();
    event.stopPropagation();
    tell(crop.corners, Math.min(0.8, Math.max(0.2, choices.foldAt + by * step * (event.shiftKey ? 10 : 1))));
  });
  addEventListener("resize", () => choices && draw(crop, choices));
  video.addEventListener("resize", () => choices && draw(crop, choices));

  function listen(element: HTMLElement, move: (place: { x: number; y: number }) => void): void {
    element.addEventListener("pointerdown", (event) => {
      element.setPointerCapture(event.pointerId);
      event.preventDefault();
      element.focus();
    });
    element.addEventListener("pointermove", (event) => {
      if (!element.hasPointerCapture(event.pointerId)) return;
      move(shareAt({ x: event.clientX, y: event.clientY }, stage.getBoundingClientRect(), choices?.quarters ?? 0));
    });
  }

  function draw(next: Crop, chosen: CameraChoices): void {
    crop = next;
    choices = chosen;
    fit(chosen.quarters);
    const isShown = chosen.crop !== "off" || chosen.isSpread;
    const corners = crop.corners ?? whole;
    stage.classList.toggle("is-found", crop.hasEdges);
    stage.classList.toggle("is-locked", chosen.crop === "locked");
    drawing.style.display = isShown ? "" : "none";
    outline.setAttribute("points", corners.map(({ x, y }) => `${x},${y}`).join(" "));
    handles.forEach((each, at) => {
      const corner = corners[at];
      each.hidden = chosen.crop === "off";
      each.style.left = `${(corner?.x ?? 0) * 100}%`;
      each.style.top = `${(corner?.y ?? 0) * 100}%`;
    });
    const [top, bottom] = foldLine(corners, chosen);
    fold.style.display = chosen.isSpread ? "" : "none";
    foldHandle.hidden = !chosen.isSpread;
    for (const [name, value] of Object.entries({ x1: top.x, y1: top.y, x2: bottom.x, y2: bottom.y }))
      fold.setAttribute(name, String(value));
    foldHandle.style.left = `${((top.x + bottom.x) / 2) * 100}%`;
    foldHandle.style.top = `${((top.y + bottom.y) / 2) * 100}%`;
  }

  /** As large as the window lets it be, turned as it is read. */
  function fit(quarters: number): void {
    const [wide, high] = [video.videoWidth || 4, video.videoHeight || 3];
    const isLying = quarters % 2 === 1;
    const scale = Math.min(innerWidth / (isLying ? high : wide), innerHeight / (isLying ? wide : high));
    stage.style.width = `${Math.floor(wide * scale)}px`;
    stage.style.height = `${Math.floor(high * scale)}px`;
    stage.style.transform = `translate(-50%, -50%) rotate(${quarters * 90}deg)`;
  }

  return { video, show: draw };
}

function handle(name: string, label: string): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = `handle ${name}`;
  button.setAttribute("aria-label", label);
  return button;
}
