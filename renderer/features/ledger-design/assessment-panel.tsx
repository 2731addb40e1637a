import { Button } from "antd";
import { type ReactNode, useState } from "react";
import {
  assessmentConclusionLabel,
  assessmentQuestion,
  assessmentQuestionText,
  type ImpactAssessment,
} from "#contract/impact-assessment";
import type { Ledger } from "#contract/ledger";
import { useRead } from "#bridge/use-read";
import { sayMinute } from "#text/format";
import { ledgerDesignText } from "#text/ledger-design";
import { AssessmentForm } from "./assessment-form.tsx";

const words = ledgerDesignText.assessment;

/** One assessment as it was kept; its answers on demand. */
function KeptAssessment({ assessment }: { readonly assessment: ImpactAssessment }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <li className="stack">
      <div className="row wrap">
        <strong>{assessment.assessedOn}</strong>
        <span className={`mark ${assessment.conclusion === "may-open" ? "mark-proved" : "mark-look"}`}>
          {assessmentConclusionLabel[assessment.conclusion]}
        </span>
        <span className="grow">
          {words.post}：{assessment.assessorPost}　{words.forColumns}：{Object.values(assessment.columns).join("、")}
        </span>
        <span className="small quiet">
          {words.enteredAt}：{sayMinute(assessment.enteredAt)}
        </span>
        <Button size="small" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {isOpen ? words.hide : words.show}
        </Button>
      </div>
      {isOpen && (
        <dl className="design-answers">
          {assessmentQuestion.options.map((question) => (
            <div key={question}>
              <dt className="quiet">{assessmentQuestionText[question].question}</dt>
              <dd>{assessment.answers[question]}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

/** 影响评估 of a ledger: whether one is asked for, a new one, and those that were kept (PIPL 55, 56). */
export function AssessmentPanel({ ledger }: { readonly ledger: Ledger }): ReactNode {
  const [isWriting, setWriting] = useState(false);
  const kept = useRead("impact-assessment.list", { ledgerId: ledger.id }).value ?? [];
  const missing = useRead("ledger.unassessed", { id: ledger.id }).value ?? [];
  const sensitive = ledger.columns.filter(({ personal }) => personal === "sensitive");
  const asked = ledger.columns.filter(({ key }) => missing.includes(key)).map(({ heading }) => heading);
  return (
    <div className="design-form is-broad stack wide">
      {sensitive.length === 0 && <p>{words.none}</p>}
      {sensitive.length > 0 && (
        <p className={asked.length > 0 ? "tone-look" : "tone-proved"} role="status">
          {asked.length > 0 ? words.asked(asked.join("、")) : words.covered}
        </p>
      )}
      {sensitive.length > 0 && !isWriting && (
        <div>
          <Button type={asked.length > 0 ? "primary" : "default"} onClick={() => setWriting(true)}>
            {words.add}
          </Button>
        </div>
      )}
      {isWriting && <AssessmentForm ledger={ledger} onDone={() => setWriting(false)} />}
      {kept.length > 0 && (
        <section className="stack" aria-label={words.kept}>
          <h3>{words.kept}</h3>
          <p className="small quiet">{words.keptNote}</p>
          <ul className="stack wide">
            {kept.map((each) => (
              <KeptAssessment key={each.id} assessment={each} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
