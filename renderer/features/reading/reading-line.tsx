import { PauseOutlined, CaretRightOutlined } from "@ant-design/icons";
import { Button, Tooltip } from "antd";
import type { ReactNode } from "react";
import { pauseReading, reading, runOf, useReadingWatch } from "#bridge/reading";
import { readingText } from "#text/reading";

/** How far reading is, quiet in the title bar while pages wait; nothing when none do. */
export function ReadingLine(): ReactNode {
  useReadingWatch();
  const run = reading.use();
  if (!run || run.progress.waiting === 0) return null;
  const { progress } = run;
  const { done, total } = runOf(run);
  const minutes = progress.secondsPerPage === null ? null : (progress.secondsPerPage * progress.waiting) / 60;
  const { isPaused, obstacle } = progress;
  const more =
    obstacle !== ""
      ? readingText.obstacles[obstacle]
      : isPaused
        ? readingText.pausedMore(progress.waiting)
        : readingText.runMore(progress.waiting, minutes);
  const act = isPaused ? readingText.resume : readingText.pause;
  return (
    <span className="reading-line small quiet" role="group" aria-label={readingText.line}>
      <Tooltip title={more}>
        <span className={`cut figures ${obstacle !== "" ? "tone-look" : ""}`}>
          {obstacle !== ""
            ? readingText.stuck
            : isPaused
              ? readingText.paused(progress.waiting)
              : readingText.run(done, total)}
        </span>
      </Tooltip>
      <Tooltip title={act}>
        <Button
          size="small"
          type="text"
          icon={isPaused ? <CaretRightOutlined /> : <PauseOutlined />}
          aria-label={act}
          onClick={() => void pauseReading(!isPaused)}
        />
      </Tooltip>
    </span>
  );
}
