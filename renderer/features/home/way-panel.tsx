import type { ReactNode } from "react";
import { wayText } from "#text/home";

type WayPage = (typeof wayText.steps)[number]["page"];

/** The way of one paper, step by step; shown until there is something to go back to. */
export function WayPanel({ onGo }: { readonly onGo: (page: WayPage) => void }): ReactNode {
  return (
    <section className="home-recent" aria-label={wayText.title}>
      <h2>{wayText.title}</h2>
      <ol className="way">
        {wayText.steps.map((step, index) => (
          <li key={step.page}>
            <button type="button" onClick={() => onGo(step.page)}>
              <span className="step-number">{index + 1}</span>
              <b>{step.name}</b>
              <span className="quiet">{step.does}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
