import { RotateRightOutlined, SettingOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input, Popover, Segmented, Select, Tooltip } from "antd";
import type { ReactNode } from "react";
import type { CameraChoices, CropWay } from "#contract/camera-frame";
import { cameraText } from "#text/camera";
import { afterAct } from "./keys.ts";
import type { FrameState } from "./use-camera-frame.ts";

type Props = {
  readonly choices: CameraChoices;
  readonly onChoices: (next: CameraChoices) => void;
  readonly cameras: FrameState["cameras"];
  readonly opened: FrameState["opened"];
  readonly mark: string;
  readonly onMark: (mark: string) => void;
};

const words = cameraText;

/** Which camera, how large, and the 密级 of what lies before it. */
export function CameraChoice({ choices, onChoices, cameras, opened, mark, onMark }: Props): ReactNode {
  const sizes = opened?.sizes ?? [];
  const sizeOf = (width: number, height: number): string => `${width}x${height}`;
  return (
    <>
      <Select
        className="camera-name"
        aria-label={words.camera}
        value={opened?.camera ?? choices.camera}
        options={[...new Set([...cameras, opened?.camera ?? choices.camera])].map((name) => ({
          value: name,
          label: name || words.cameraFirst,
        }))}
        onChange={(camera) => onChoices({ ...choices, camera, width: 0, height: 0 })}
      />
      <Select
        className="camera-size"
        aria-label={words.size}
        value={choices.width === 0 ? "0x0" : sizeOf(choices.width, choices.height)}
        options={[
          {
            value: "0x0",
            label:
              opened && choices.width === 0
                ? `${words.sizeMost} ${words.sizeNow(opened.width, opened.height)}`
                : words.sizeMost,
          },
          ...sizes.map(([width, height]) => ({ value: sizeOf(width, height), label: words.sizeNow(width, height) })),
        ]}
        onChange={(size) => {
          const [width = 0, height = 0] = size.split("x").map(Number);
          onChoices({ ...choices, width, height });
        }}
      />
      <label className="row">
        <span className="quiet">{words.mark}</span>
        <Input className="mark-input" value={mark} maxLength={40} onChange={(event) => onMark(event.target.value)} />
      </label>
    </>
  );
}

/** How a page is taken: crop, by itself or by hand, one page or two, turned, with a tone. */
export function CameraBar({ choices, onChoices }: Pick<Props, "choices" | "onChoices">): ReactNode {
  const change = (part: Partial<CameraChoices>): void => onChoices({ ...choices, ...part });
  return (
    <div className="camera-bar">
      <span className="quiet">{words.crop}</span>
      <Segmented<CropWay>
        value={choices.crop}
        options={(["auto", "locked", "off"] as const).map((value) => ({ value, label: words.crops[value] }))}
        onChange={(crop) => change({ crop })}
      />
      <Checkbox checked={choices.isHandsFree} onChange={({ target }) => change({ isHandsFree: target.checked })}>
        {words.handsFree}
      </Checkbox>
      <Checkbox checked={choices.isSpread} onChange={({ target }) => change({ isSpread: target.checked })}>
        {words.spread}
      </Checkbox>
      <Tooltip title={words.turned(choices.quarters)}>
        <Button icon={<RotateRightOutlined />} onClick={() => onChoices(afterAct(choices, "turn"))}>
          {words.turn}
        </Button>
      </Tooltip>
      <Popover
        trigger="click"
        placement="bottomRight"
        content={
          <div className="camera-more">
            <Checkbox checked={choices.hasSound} onChange={({ target }) => change({ hasSound: target.checked })}>
              {words.sound}
            </Checkbox>
            <label className="row">
              <span className="quiet">{words.footKey}</span>
              <Select
                value={choices.footKey}
                options={(["PageDown", "Enter", "F9"] as const).map((value) => ({
                  value,
                  label: words.footKeys[value],
                }))}
                onChange={(footKey) => change({ footKey })}
              />
            </label>
          </div>
        }
      >
        <Button icon={<SettingOutlined />}>{words.more}</Button>
      </Popover>
    </div>
  );
}
