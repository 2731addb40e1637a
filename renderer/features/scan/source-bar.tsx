// The sources over the tray: devices as large buttons, what they are asked for, and the watched folder.
import { Button } from "antd";
import { type ReactNode, useEffect } from "react";
import type { Output } from "#contract/contract";
import { useRead } from "#bridge/use-read";
import { deviceText } from "#text/device";
import { DeviceButtons } from "./device-buttons.tsx";
import { ProfileChoice } from "./profile-choice.tsx";
import { RunLine } from "./run-line.tsx";
import { feedOf, scanDesk, scanPile } from "./scan-desk.ts";
import { WatchedButton } from "./watched-button.tsx";
import { FoundFiles } from "./found-files.tsx";

type Props = {
  readonly mark: string;
  /** Pages of a run that could not be kept are shown like those of a batch of files. */
  readonly onBatch: (batch: Output<"scan.accept">) => void;
  /** The next step lies with the pages in the tray, not with the scanner. */
  readonly isNext: boolean;
  /** Further sources beside the scanners. */
  readonly children?: ReactNode;
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("input, textarea, [role=dialog]") !== null;

export function SourceBar({ mark, onBatch, isNext, children }: Props): ReactNode {
  const state = scanDesk.use();
  const profiles = useRead("scan-profile.list", {}).value ?? [];
  const device = state.found?.devices.find(({ id }) => id === state.deviceId);
  const profile = profiles.find(({ id }) => id === state.profileId) ?? profiles[0];
  const feed = feedOf(device, profile, state.feed);
  const canScan = device !== undefined && profile !== undefined && !state.isScanning;

  const start = (goesOn: boolean): void => {
    if (!device || !profile) return;
    void scanPile({
      ...{ device, profile, feed, goesOn },
      securityMark: mark,
      onBatch: ({ outcomes, pageCount, rejectedCount }) =>
        onBatch({
          ...{ outcomes, pageCount, rejectedCount, digitalFileCount: 0 },
          acceptedCount: outcomes.length - rejectedCount,
        }),
    });
  };
  const mustGoOn = state.run !== undefined && state.run.ending !== "finished";
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== "F9" || event.repeat || !canScan || isTyping(event.target)) return;
      event.preventDefault();
      start(mustGoOn);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  });

  return (
    <section className="source-bar" aria-label={deviceText.bar}>
      <div className="source-row">
        <DeviceButtons state={state} />
        {children}
        <WatchedButton />
        <span className="grow" />
        {device && (
          <>
            <ProfileChoice profiles={profiles} profile={profile} device={device} feed={feed} />
            <Button
              type={isNext ? "primary" : "default"}
              className="scan-button"
              disabled={!canScan}
              loading={state.isScanning}
              aria-label={deviceText.scan}
              aria-keyshortcuts={deviceText.scanKey}
              onClick={() => start(false)}
            >
              {deviceText.scan} <small>{deviceText.scanKey}</small>
            </Button>
          </>
        )}
      </div>
      <FoundFiles />
      <RunLine state={state} onGoOn={() => start(true)} />
    </section>
  );
}
