import type { ReactNode } from "react";
import type { FondsId } from "#contract/fonds";
import { useRead } from "#bridge/use-read";
import { dutyText } from "#text/duty";
import { TotalForm } from "./total-form.tsx";
import { TotalList } from "./total-list.tsx";

type Props = { readonly fondsId: FondsId; readonly year: number };

/** The shares a year is held against, and the totals they stand on. */
export function TargetPanel({ fondsId, year }: Props): ReactNode {
  const { value } = useRead("duty.targets", { fondsId, year });
  return (
    <div className="stack">
      <h2>{dutyText.targets}</h2>
      {value?.targets.map(({ code, name, atLeast, part, whole, isMet, how, source }) => (
        <section key={code} className="duty-target" aria-label={name}>
          <h3>{name}</h3>
          <p>
            <span className={`mark ${isMet ? "mark-proved" : isMet === false ? "mark-look" : ""}`}>
              {isMet === null ? dutyText.unknown : isMet ? dutyText.met : dutyText.notMet}
            </span>{" "}
            <b className="figures">{dutyText.figures(part, whole)}</b>
            {part !== null && whole !== null && whole > 0 && (
              <span className="figures">　{dutyText.share(part, whole)}</span>
            )}
            {"　"}
            <span className="quiet">{dutyText.atLeast(atLeast)}</span>
          </p>
          <p className="quiet small">{how}</p>
          {source !== "" && (
            <p className="quiet small">
              {dutyText.source}：{source}
            </p>
          )}
        </section>
      ))}
      {value && (
        <section className="duty-target" aria-label={dutyText.fourOnes}>
          <h3>
            {dutyText.fourOnes} <small className="quiet">{dutyText.unverified}</small>
          </h3>
          <ul>
            {value.fourOnes.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </section>
      )}
      <TotalList fondsId={fondsId} year={year} />
      <TotalForm key={year} fondsId={fondsId} year={year} />
    </div>
  );
}
