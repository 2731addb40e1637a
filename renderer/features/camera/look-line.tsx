import { Button } from "antd";
import type { ReactNode } from "react";
import type { CameraChoices } from "#contract/camera-frame";
import { cameraText } from "#text/camera";
import type { PileStill } from "./pile.ts";
import type { FrameState } from "./use-camera-frame.ts";
import type { Pile } from "./use-pile.ts";

type Props = {
  readonly pile: Pile;
  readonly choices: CameraChoices;
  readonly look: FrameState["look"];
  readonly onRetake: (still: PileStill | undefined) => void;
  readonly onTake: () => void;
};

/** Slower than this a hand cannot be followed (N11). */
const leastFrames = 12;

/** One line under the picture: what to do now, and before anything else what is wrong with the page just taken. */
export function LookLine({ pile, choices, look, onRetake }: Props): ReactNode {
  const { toLookAt, replacing } = pile;
  if (replacing)
    return (
      <div className="camera-look is-warning" role="status">
        <p>{cameraText.retakeNext(replacing.number)}</p>
        <Button onClick={() => pile.replace(undefined)}>{cameraText.retakeNot}</Button>
      </div>
    );
  if (toLookAt)
    return (
      <div className="camera-look is-warning" role="alert">
        <p>
          {cameraText.warned(
            toLookAt.number,
            toLookAt.marks
              .map(({ mark, value }) =>
                mark === "same-page" && value ? cameraText.sameAs(value) : cameraText.marks[mark],
              )
              .join("；"),
          )}
        </p>
        <Button onClick={() => onRetake(toLookAt)}>{cameraText.retake} R</Button>
        <Button onClick={() => pile.settle(toLookAt.number)}>{cameraText.letStand}</Button>
      </div>
    );
  if (!look) return <div className="camera-look" />;
  const isLost = choices.crop === "auto" && !look.hasEdges && look.look !== "moving" && look.look !== "taking";
  return (
    <div className="camera-look" role="status">
      <p>
        <b>{cameraText.looks[look.look]}</b>
        {isLost && (
          <span className="quiet"> {look.look === "empty" ? cameraText.noEdgesWhole : cameraText.noEdges}</span>
        )}
      </p>
      <Button type={pile.isNewItemNext ? "primary" : "default"} ghost={pile.isNewItemNext} onClick={pile.toggleNewItem}>
        {pile.isNewItemNext ? cameraText.newItemOn : cameraText.newItem} N
      </Button>
      <span
        className={look.framesPerSecond > 0 && look.framesPerSecond < leastFrames ? "camera-slow" : "quiet figures"}
      >
        {look.framesPerSecond > 0 && look.framesPerSecond < leastFrames
          ? cameraText.slow
          : cameraText.frames(look.framesPerSecond)}
      </span>
    </div>
  );
}
