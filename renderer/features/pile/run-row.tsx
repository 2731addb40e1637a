import { Button, Select } from "antd";
import { memo, type ReactNode, useState } from "react";
import type { Matter } from "#contract/fonds";
import { documentRetentions, type Retention, retentionLabel } from "#contract/retention";
import { pileText } from "#text/pile";
import { Thumbnail } from "#ui/thumbnail";
import type { PlanFields, PlanRun } from "./plan.ts";

export type RunActs = {
  readonly focusOn: (place: number) => void;
  readonly split: (place: number) => void;
  readonly join: (place: number) => void;
  readonly toggle: (place: number) => void;
  readonly drop: (place: number, run: number) => void;
  readonly describe: (run: PlanRun, fields: PlanFields) => void;
};
type Props = {
  readonly run: PlanRun;
  readonly at: number;
  /** The number it will have; null where all is set aside. */
  readonly number: number | null;
  /** Why the program begins it here; blank when the hand does. */
  readonly because: string;
  readonly isSure: boolean;
  readonly category: string | null;
  readonly retention: Retention | null;
  readonly matterId: PlanFields["matterId"];
  readonly matters: readonly Matter[];
  /** The page with the focus, when it lies here; -1 else. */
  readonly focus: number;
  readonly thumb: number;
  readonly acts: RunActs;
};

const kind = "application/x-lindang-pile-page";
const retentions = documentRetentions.map((value) => ({ value, label: retentionLabel(value) }));

/** One item to be: what it is, why, and its pages with a place to cut before each. */
export const RunRow = memo(function RunRow(props: Props): ReactNode {
  const { run, at, number, because, isSure, category, retention, matterId, matters, focus, thumb, acts } = props;
  const [isOver, setOver] = useState(false);
  const first = run.pages[0]?.place ?? 0;
  const describe = (change: Partial<PlanFields>): void =>
    acts.describe(run, { category, retention, matterId, ...change });
  return (
    <div
      role="group"
      aria-label={number === null ? pileText.nothingLeft : pileText.run(number)}
      className={`pile-run ${focus >= 0 ? "is-current" : ""} ${isOver ? "is-over" : ""}`}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(kind)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const place = event.dataTransfer.getData(kind);
        if (place !== "") acts.drop(Number(place), at);
      }}
    >
      <div className="pile-run-head">
        <b>{number === null ? pileText.nothingLeft : pileText.run(number)}</b>
        <span className="quiet">{pileText.pages(run.pageIds.length)}</span>
        <span className={isSure ? "quiet" : "look"}>{because}</span>
        {at > 0 && (
          <Button size="small" type="text" tabIndex={-1} onClick={() => acts.join(first)}>
            {pileText.join}
          </Button>
        )}
        {number !== null && (
          <span className="pile-run-fields">
            <Select
              size="small"
              className="pile-matter"
              aria-label={pileText.matter}
              placeholder={pileText.matterAsLast}
              allowClear
              popupMatchSelectWidth={false}
              value={matterId ?? undefined}
              options={matters.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(value) => describe({ matterId: value ?? null })}
            />
            <Select
              size="small"
              className="pile-term"
              aria-label={pileText.retention}
              placeholder={pileText.termAsLast}
              allowClear
              value={retention ?? undefined}
              options={retentions}
              onChange={(value) => describe({ retention: value ?? null })}
            />
          </span>
        )}
      </div>
      <div className="pile-pages">
        {run.pages.map(({ place, entry }, index) => {
          const { id } = entry.page;
          const aside = entry.role === "page" ? "" : entry.role === "blank" && !entry.isBlank ? "page" : entry.role;
          return (
            <div
              key={id}
              id={`pile-${place}`}
              role="option"
              aria-selected={focus === place}
              aria-label={pileText.pageName(place + 1, at + 1, aside === "" ? "" : pileText.aside[aside])}
              className={`pile-page ${focus === place ? "is-focus" : ""} ${aside === "" ? "" : "is-aside"}`}
              style={{ width: thumb }}
              draggable={entry.role === "page"}
              onDragStart={(event) => event.dataTransfer.setData(kind, String(place))}
              onClick={() => acts.focusOn(place)}
              onDoubleClick={() => acts.toggle(place)}
            >
              {index > 0 && id !== run.firstId && entry.role === "page" && (
                <button
                  type="button"
                  tabIndex={-1}
                  className="pile-cut"
                  title={pileText.splitHere}
                  aria-label={pileText.splitHere}
                  onClick={(event) => {
                    event.stopPropagation();
                    acts.split(place);
                  }}
                />
              )}
              <div className="thumb-sheet" style={{ height: Math.round(thumb * 1.42) }}>
                <Thumbnail pageId={id} version={entry.page.version} />
              </div>
              {aside !== "" && <span className="pile-aside">{pileText.aside[aside]}</span>}
              <div className="thumb-name">
                <b>{place + 1}</b>
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
});
