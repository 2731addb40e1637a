import type { ReactNode } from "react";
import type { Output } from "#contract/contract";
import { imageMatchOutcomeLabel, looseImageReason } from "#contract/image-matching";
import { imageMatching } from "#text/table-import";

type Props = {
  readonly report: Output<"image-matching.dry-run">;
  readonly failures: Output<"image-matching.attach">["failures"];
};
const mostShown = 300;
const { columns } = imageMatching;

/** Both ways: items that found files, files that found no item, items that found no file. */
export function MatchReport({ report, failures }: Props): ReactNode {
  const { matches, looseImages, itemsWithoutFiles } = report;
  return (
    <div className="match-report">
      {failures.length > 0 && (
        <section className="paper-section" aria-label={imageMatching.failed}>
          <h2>{imageMatching.failed}</h2>
          <table className="plain">
            <tbody>
              {failures.slice(0, mostShown).map(({ archivalCode, path, message }) => (
                <tr key={archivalCode}>
                  <td className="archival-code">{archivalCode}</td>
                  <td className="path">{path}</td>
                  <td className="tone-look">{message}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <section className="paper-section" aria-label={imageMatching.matches}>
        <h2>{imageMatching.matches}</h2>
        <table className="plain">
          <thead>
            <tr>
              <th>{columns.code}</th>
              <th className="figures">{columns.files}</th>
              <th className="figures">{columns.images}</th>
              <th className="figures">{columns.paper}</th>
              <th>{columns.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {matches.slice(0, mostShown).map((match) => (
              <tr key={match.itemId}>
                <td className="archival-code">{match.archivalCode}</td>
                <td className="figures">{match.files.length}</td>
                <td className="figures">{match.imageCount}</td>
                <td className="figures">{match.paperPageCount}</td>
                <td>
                  <span className={`mark ${match.outcome === "ready" ? "mark-proved" : "mark-look"}`}>
                    {imageMatchOutcomeLabel[match.outcome]}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {matches.length > mostShown && <p className="quiet">{imageMatching.more(matches.length - mostShown)}</p>}
      </section>
      <section className="paper-section" aria-label={imageMatching.loose}>
        <h2>{imageMatching.loose}</h2>
        {looseImages.length === 0 && <p className="quiet">{imageMatching.looseNone}</p>}
        <table className="plain">
          <tbody>
            {looseImages.slice(0, mostShown).map(({ path, reason }) => (
              <tr key={path}>
                <td className="path">{path}</td>
                <td className="tone-look">{looseImageReason[reason]}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {looseImages.length > mostShown && (
          <p className="quiet">{imageMatching.more(looseImages.length - mostShown)}</p>
        )}
      </section>
      <section className="paper-section" aria-label={imageMatching.without}>
        <h2>{imageMatching.without}</h2>
        <p className="quiet">{imageMatching.withoutLine(itemsWithoutFiles.count)}</p>
        <p className="archival-code small">{itemsWithoutFiles.codes.slice(0, 60).join("　")}</p>
      </section>
    </div>
  );
}
