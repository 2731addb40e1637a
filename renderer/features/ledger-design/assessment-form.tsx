import { Button, Input, Segmented } from "antd";
import { Fragment, type ReactNode, useState } from "react";
import type { ArchivalDate } from "#contract/archival-date";
import {
  assessmentConclusion,
  type AssessmentConclusion,
  assessmentConclusionLabel,
  assessmentQuestion,
  type AssessmentQuestion,
  assessmentQuestionText,
} from "#contract/impact-assessment";
import type { Ledger } from "#contract/ledger";
import { readWholeDay } from "#contract/whole-day";
import { useWrite } from "#bridge/use-write";
import { dayText } from "#text/day";
import { ledgerDesignText } from "#text/ledger-design";
import { Field } from "#ui/field";
import { TypedField } from "#ui/typed-field";

const words = ledgerDesignText.assessment;
const blank = Object.fromEntries(assessmentQuestion.options.map((each) => [each, ""])) as Record<
  AssessmentQuestion,
  string
>;

type Props = { readonly ledger: Ledger; readonly onDone: () => void };

/** A new assessment: every question answered in words, the day it was made, the post of who made it, the conclusion. */
export function AssessmentForm({ ledger, onDone }: Props): ReactNode {
  const [assessedOn, setAssessedOn] = useState("");
  const [assessorPost, setPost] = useState("");
  const [answers, setAnswers] = useState(blank);
  const [conclusion, setConclusion] = useState<AssessmentConclusion>();
  const [write, isBusy] = useWrite();
  const isWhole =
    assessedOn !== "" &&
    assessorPost.trim() !== "" &&
    conclusion !== undefined &&
    assessmentQuestion.options.every((each) => answers[each].trim().length >= 2);
  const save = async (): Promise<void> => {
    if (conclusion === undefined) return;
    const kept = await write(
      "impact-assessment.keep",
      { ledgerId: ledger.id, assessedOn: assessedOn as ArchivalDate, assessorPost, answers, conclusion },
      { said: () => words.saved },
    );
    if (kept) onDone();
  };
  return (
    <section className="stack wide" aria-label={words.add}>
      <TypedField
        id="assessment-date"
        label={words.assessedOn}
        value={assessedOn}
        read={readWholeDay}
        onValue={setAssessedOn}
        hint={dayText.hint}
        unreadable={dayText.unreadable}
      />
      <Field label={words.post} forId="assessment-post">
        <Input
          id="assessment-post"
          maxLength={60}
          placeholder={words.postHint}
          value={assessorPost}
          onChange={(event) => setPost(event.target.value)}
        />
      </Field>
      {assessmentQuestion.options.map((question, at) => {
        const { part, question: sentence } = assessmentQuestionText[question];
        const before = assessmentQuestion.options[at - 1];
        const begins = before === undefined || assessmentQuestionText[before].part !== part;
        return (
          <Fragment key={question}>
            {begins && <h3>{part}</h3>}
            <div className="stack">
              <label htmlFor={`assessment-${question}`}>
                {at + 1}. {sentence}
              </label>
              <Input.TextArea
                id={`assessment-${question}`}
                autoSize={{ minRows: 2, maxRows: 8 }}
                maxLength={2000}
                value={answers[question]}
                onChange={(event) => setAnswers({ ...answers, [question]: event.target.value })}
              />
            </div>
          </Fragment>
        );
      })}
      <Field label={words.conclusion}>
        <Segmented<AssessmentConclusion | "">
          aria-label={words.conclusion}
          value={conclusion ?? ""}
          options={assessmentConclusion.options.map((value) => ({ value, label: assessmentConclusionLabel[value] }))}
          onChange={(value) => value !== "" && setConclusion(value)}
        />
      </Field>
      <div className="row">
        <Button type="primary" disabled={!isWhole} loading={isBusy} onClick={() => void save()}>
          {words.save}
        </Button>
        <Button onClick={onDone}>{words.cancel}</Button>
      </div>
    </section>
  );
}
