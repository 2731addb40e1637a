import { Button, Input, Segmented } from "antd";
import { type ReactNode, useState } from "react";
import { selfAuditAnswerLabel, type SelfAudit, type SelfAuditAnswer, type SelfAuditLine } from "#contract/self-audit";
import { selfAuditQuestions } from "#contract/self-audit-question";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { rightsText } from "#text/rights";
import { today } from "#text/today";
import { Problem } from "#ui/problem";
import { DayField } from "./day-field.tsx";
import { WordsField } from "./words-field.tsx";

const words = rightsText.audit;
const answers = (["yes", "no", "none"] as const).map((value) => ({ value, label: selfAuditAnswerLabel[value] }));

function Sheet({ audit }: { readonly audit: SelfAudit }): ReactNode {
  const [lines, setLines] = useState<readonly SelfAuditLine[]>(audit.lines);
  const [auditedOn, setDay] = useState(audit.auditedOn || today());
  const [auditorPost, setPost] = useState(audit.auditorPost);
  const [write, isBusy] = useWrite();
  const change = (at: number, more: Partial<SelfAuditLine>): void =>
    setLines((now) => now.map((line, index) => (index === at ? { ...line, ...more } : line)));
  const left = lines.filter(({ answer }) => answer === "").length;
  const isMissing = lines.some(({ answer, measure }) => answer === "no" && measure.trim() === "");
  const { year, revision } = audit;
  return (
    <div className="rights-audit">
      <p className="quiet">{words.note}</p>
      <div className="rights-audit-head">
        <DayField id="audit-day" label={words.day} value={auditedOn} onDay={setDay} />
        <WordsField id="audit-post" label={words.post} value={auditorPost} most={60} onWords={setPost} />
        <Button
          type="primary"
          disabled={isBusy || auditorPost.trim() === "" || isMissing}
          onClick={() =>
            void write(
              "self-audit.keep",
              { year, auditedOn, auditorPost, revision, lines: [...lines] },
              { said: () => words.saved, hasUndo: revision > 0 },
            )
          }
        >
          {rightsText.save}
        </Button>
        {left > 0 && <span className="quiet">{words.left(left)}</span>}
      </div>
      <ol className="rights-questions">
        {lines.map(({ code, answer, note, measure }, at) => (
          <li key={code}>
            <div className="row">
              <span className="grow">
                {selfAuditQuestions[code].words} <span className="quiet">{selfAuditQuestions[code].article}</span>
              </span>
              <Segmented<SelfAuditAnswer>
                size="small"
                aria-label={selfAuditQuestions[code].words}
                value={answer}
                options={answers}
                onChange={(next) => change(at, { answer: next })}
              />
            </div>
            {(answer === "no" || note !== "") && (
              <div className="row">
                <Input.TextArea
                  autoSize
                  aria-label={`${words.found} ${at + 1}`}
                  placeholder={words.found}
                  maxLength={300}
                  value={note}
                  onChange={(event) => change(at, { note: event.target.value })}
                />
                {answer === "no" && (
                  <Input.TextArea
                    autoSize
                    aria-label={`${words.measure} ${at + 1}`}
                    placeholder={words.measure}
                    maxLength={300}
                    status={measure.trim() === "" ? "warning" : ""}
                    value={measure}
                    onChange={(event) => change(at, { measure: event.target.value })}
                  />
                )}
              </div>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** 年度自查: one sheet a year, every question answered once. */
export function AuditTab({ year }: { readonly year: number }): ReactNode {
  const { value, problem } = useRead("self-audit.read", { year });
  if (problem) return <Problem {...problem} />;
  return value ? <Sheet key={`${year} ${value.revision}`} audit={value} /> : null;
}
