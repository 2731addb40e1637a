import { Button, Checkbox, InputNumber, Slider } from "antd";
import type { ReactNode } from "react";
import type { Page } from "#contract/scan";
import { pageToolText } from "#text/page-tool";
import type { ToolMode } from "./tool-mode.ts";

type Props = {
  readonly page: Page;
  readonly mode: ToolMode;
  readonly onMode: (mode: ToolMode) => void;
  readonly chosenCount: number;
  readonly isForAll: boolean;
  readonly onForAll: (isForAll: boolean) => void;
  readonly isBusy: boolean;
  /** What is said of the look: being made, made, or why it cannot be made. */
  readonly note: string;
  readonly onKeep: () => void;
  readonly onDrop: () => void;
};

function Setting({ page, mode, onMode }: Pick<Props, "page" | "mode" | "onMode">): ReactNode {
  const words = pageToolText;
  switch (mode.kind) {
    case "straighten": {
      const set = (degrees: number | null): void => {
        if (degrees !== null) onMode({ ...mode, degrees: Math.round(degrees * 100) / 100 });
      };
      return (
        <>
          <span className="tool-label">{words.angle}</span>
          <Slider
            className="tool-slider"
            min={-12}
            max={12}
            step={0.05}
            value={mode.degrees}
            onChange={set}
            aria-label={words.angle}
          />
          <InputNumber
            className="tool-number"
            size="small"
            min={-15}
            max={15}
            step={0.1}
            value={mode.degrees}
            onChange={set}
            aria-label={words.angle}
            suffix="°"
          />
          {mode.measured !== undefined && <span className="quiet small">{words.angleMeasured(mode.measured)}</span>}
        </>
      );
    }
    case "crop": {
      const { width, height } = mode.rectangle;
      const notes = { asked: "", measured: words.cropMeasured, none: words.cropNone, hand: "" };
      return (
        <>
          <span className="tool-label">{words.size(width, height, page.dpi)}</span>
          <span className="quiet small">{notes[mode.note]}</span>
          <Button
            size="small"
            onClick={() =>
              onMode({ ...mode, note: "hand", rectangle: { left: 0, top: 0, width: page.width, height: page.height } })
            }
          >
            {words.cropWhole}
          </Button>
        </>
      );
    }
    case "flatten": {
      const notes = { asked: "", measured: words.cornersMeasured, none: words.cornersNone, hand: "" };
      return (
        <>
          <span className="tool-label">{words.corners}</span>
          <span className="quiet small">{notes[mode.note]}</span>
          <Button size="small" onClick={() => onMode({ ...mode, isLooked: !mode.isLooked })}>
            {mode.isLooked ? words.cornersAgain : words.flattenLook}
          </Button>
        </>
      );
    }
    case "clean": {
      const { step } = mode;
      if (step.kind !== "despeckle") return null;
      const set = (most: number): void => onMode({ kind: "clean", step: { kind: "despeckle", most } });
      return (
        <>
          <span className="tool-label">{words.specks}</span>
          <Slider className="tool-slider" min={2} max={30} value={step.most} onChange={set} aria-label={words.specks} />
          <span className="quiet small">{words.pixels(step.most)}</span>
        </>
      );
    }
    case "split":
      return (
        <span className="tool-label">
          {words.fold} {Math.round(mode.at * 100)}%
        </span>
      );
    default:
      return mode satisfies never;
  }
}

/** What is looked at before it is kept: its setting, and the two ways out. */
export function KeepBar(props: Props): ReactNode {
  const { mode, chosenCount, isForAll, onForAll, isBusy, note, onKeep, onDrop } = props;
  const mayBeAll = chosenCount > 1 && mode.kind !== "split" && mode.kind !== "flatten";
  return (
    <div className="keep-bar">
      <div className="keep-settings">
        <Setting page={props.page} mode={mode} onMode={props.onMode} />
        {note && (
          <span className="quiet small" role="status">
            {note}
          </span>
        )}
      </div>
      <div className="keep-ways">
        {mayBeAll && (
          <Checkbox checked={isForAll} onChange={(event) => onForAll(event.target.checked)}>
            {pageToolText.all(chosenCount)}
          </Checkbox>
        )}
        <Button size="small" onClick={onDrop}>
          {pageToolText.drop}
        </Button>
        <Button size="small" type="primary" loading={isBusy} onClick={onKeep}>
          {pageToolText.keep}
        </Button>
      </div>
    </div>
  );
}
