// 高拍仪 — page after page laid down, seen, kept; the pile grows beside the picture.
import { Button } from "antd";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import type { CameraChoices } from "#contract/camera-frame";
import type { PageProps } from "#bridge/place";
import { desk, rememberDesk } from "#bridge/desk";
import { cameraText } from "#text/camera";
import { Empty } from "#ui/empty";
import { Page } from "#ui/page";
import { Problem } from "#ui/problem";
import { CameraBar, CameraChoice } from "./camera-bar.tsx";
import { type Act, actOf, afterAct } from "./keys.ts";
import { LookLine } from "./look-line.tsx";
import type { PileStill } from "./pile.ts";
import { PileList } from "./pile-list.tsx";
import { playTone } from "./tone.ts";
import { type Still, useCameraFrame } from "./use-camera-frame.ts";
import { usePile } from "./use-pile.ts";

/** Where keys are letters. A box that was just ticked is no such place: the pedal goes on taking pages. */
const typing = "input:not([type=checkbox], [type=radio]), textarea, [contenteditable], .ant-select, .ant-modal";

/** The desk of the document camera. */
export function CameraPage({ go }: PageProps): ReactNode {
  const choices = desk.use().camera;
  const [mark, setMark] = useState("");
  const [flashes, setFlashes] = useState(0);
  const [isMaking, setMaking] = useState(false);
  const pile = usePile();
  const choose = useCallback((next: CameraChoices) => rememberDesk({ camera: next }), []);

  const camera = useCameraFrame(choices, {
    still: (still) => void keep(still),
    dragged: ({ corners, foldAt }) => choose({ ...choices, foldAt, ...(corners ? { corners, crop: "locked" } : {}) }),
    key: (key) => {
      // Whoever else hears keys (navigation, search) hears those of the frame too.
      const event = new KeyboardEvent("keydown", { ...key, bubbles: true, cancelable: true });
      window.dispatchEvent(event);
    },
  });
  const { opened, problem } = camera;

  async function keep(still: Still): Promise<void> {
    setFlashes((count) => count + 1);
    const kept = await pile.keep(still, opened?.camera ?? choices.camera, choices, mark);
    camera.tell({ kind: "kept", isKept: kept.isKept, name: String(kept.number) });
    if (kept.mustStop) camera.tell({ kind: "pause", isPaused: true });
    if (choices.hasSound) playTone(kept.wantsLook ? "look" : "kept");
    const { corners } = still;
    if (kept.isKept && corners && choices.crop === "auto") rememberCorners(still);
  }
  function rememberCorners({ corners, width, height }: Still): void {
    const [a, b, c, d] = (corners ?? []).map(({ x, y }) => ({ x: x / width, y: y / height }));
    if (a && b && c && d) choose({ ...desk.get().camera, corners: [a, b, c, d] });
  }
  const retake = (still: PileStill | undefined): void => {
    if (!still) return;
    pile.replace(still);
    camera.tell({ kind: "forget", name: String(still.number) });
    // By hand one press is the whole of it; by itself the page is taken as soon as it lies still.
    if (!choices.isHandsFree) camera.tell({ kind: "take" });
  };
  const act = (which: Act): void => {
    if (which === "take") camera.tell({ kind: "take" });
    else if (which === "new-item") pile.toggleNewItem();
    else if (which === "retake") retake(pile.stills.at(-1));
    else choose(afterAct(choices, which));
  };

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const target = event.target instanceof HTMLElement ? event.target : undefined;
      if (target?.closest(typing)) return;
      const which = actOf(event, choices.footKey);
      if (!which) return;
      // A button that has the focus is not pressed by the key that takes a page.
      event.preventDefault();
      if (which !== "held") act(which);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  });

  const goOn = (): void => {
    pile.goOn();
    camera.tell({ kind: "pause", isPaused: false });
  };
  const make = async (): Promise<void> => {
    setMaking(true);
    const isMade = await pile.make();
    setMaking(false);
    if (isMade) go({ page: "item", itemState: "draft" });
  };

  return (
    <Page
      title={cameraText.title}
      beside={
        <CameraChoice {...{ choices, mark, opened }} cameras={camera.cameras} onChoices={choose} onMark={setMark} />
      }
      primary={
        <Button type="primary" disabled={!opened} onClick={() => act("take")}>
          {cameraText.take}
        </Button>
      }
      shortcuts={cameraText.shortcuts(cameraText.footKeys[choices.footKey])}
      className="fixed"
    >
      <div className="camera">
        <div className="camera-left">
          <CameraBar choices={choices} onChoices={choose} />
          {pile.stopped && (
            <Problem {...pile.stopped} again={{ words: cameraText.goOn, run: goOn }}>
              <span className="quiet">{cameraText.stopped(pile.pageCount)}</span>
            </Problem>
          )}
          <div className="camera-room" data-frames-per-second={camera.look?.framesPerSecond.toFixed(1)}>
            <iframe
              ref={camera.frame}
              src="app://camera/"
              title={cameraText.frame}
              allow="camera"
              sandbox="allow-scripts allow-same-origin"
              className={opened ? "" : "is-dark"}
            />
            {flashes > 0 && <div key={flashes} className="camera-flash" aria-hidden />}
            {!opened && (
              <div className="camera-away">
                {problem ? (
                  <Empty
                    {...cameraText.problems[problem]}
                    action={<Button onClick={camera.open}>{cameraText.again}</Button>}
                  />
                ) : (
                  <p className="quiet">{cameraText.opening}</p>
                )}
              </div>
            )}
          </div>
          <LookLine {...{ pile, choices }} look={camera.look} onRetake={retake} onTake={() => act("take")} />
        </div>
        <PileList
          pile={pile}
          onRetake={retake}
          onTray={() => go({ page: "scan" })}
          onMake={() => void make()}
          isBusy={isMaking}
        />
      </div>
    </Page>
  );
}
