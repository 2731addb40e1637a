// What the keys do at the camera; a foot pedal sends one of them.
import type { CameraChoices, CropWay } from "#contract/camera-frame";

export type Act = "take" | "new-item" | "retake" | "hands-free" | "crop" | "turn";

type Key = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
};

const acts: Readonly<Record<string, Act>> = { n: "new-item", r: "retake", h: "hands-free", c: "crop", t: "turn" };

/** What a key does; undefined leaves it to whoever else may want it. A held key acts once. */
export function actOf(
  { key, ctrlKey, altKey, repeat }: Key,
  footKey: CameraChoices["footKey"],
): Act | "held" | undefined {
  if (ctrlKey || altKey) return undefined;
  const act = key === " " || key === footKey ? "take" : acts[key.toLowerCase()];
  return act && repeat ? "held" : act;
}

const order: readonly CropWay[] = ["auto", "locked", "off"];

/** The choices after a key that changes one. */
export function afterAct(choices: CameraChoices, act: Act): CameraChoices {
  switch (act) {
    case "hands-free":
      return { ...choices, isHandsFree: !choices.isHandsFree };
    case "crop":
      return { ...choices, crop: order[(order.indexOf(choices.crop) + 1) % order.length] ?? "auto" };
    case "turn":
      return { ...choices, quarters: quarters[(choices.quarters + 1) % 4] ?? 0 };
    case "take":
    case "new-item":
    case "retake":
      return choices;
  }
}

const quarters = [0, 1, 2, 3] as const;
