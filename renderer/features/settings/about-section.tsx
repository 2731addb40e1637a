import { type ReactNode, useEffect, useState } from "react";
import type { ShellOutput } from "#contract/shell";
import { askShell } from "#bridge/call";
import { sayThrown } from "#bridge/notices";
import { aboutText } from "#text/settings";

/** 关于: versions, licences, and what this program never does. */
export function AboutSection(): ReactNode {
  const [about, setAbout] = useState<ShellOutput<"shell.about">>();
  useEffect(() => {
    askShell("shell.about", {}).then(setAbout, sayThrown);
  }, []);
  return (
    <section className="stack wide" aria-label={aboutText.title}>
      <h2>{aboutText.title}</h2>
      <div className="stack">
        <h3>{aboutText.offline}</h3>
        <p>{aboutText.offlineLine}</p>
      </div>
      <div className="stack">
        <h3>{aboutText.facts}</h3>
        <p>{aboutText.factsLine}</p>
      </div>
      {about && (
        <div className="stack">
          <h3>{aboutText.versions}</h3>
          <dl className="facts">
            <dt>{aboutText.program}</dt>
            <dd>{about.appVersion}</dd>
            <dt>{aboutText.electron}</dt>
            <dd>{about.electron}</dd>
            <dt>{aboutText.node}</dt>
            <dd>{about.node}</dd>
            <dt>{aboutText.platform}</dt>
            <dd>{about.platform}</dd>
          </dl>
        </div>
      )}
      <div className="stack">
        <h3>{aboutText.licence}</h3>
        <p>{aboutText.licenceLine}</p>
        <table className="plain">
          <tbody>
            {aboutText.licences.map(([parts, licence]) => (
              <tr key={licence}>
                <td>{parts}</td>
                <td className="licence">{licence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
