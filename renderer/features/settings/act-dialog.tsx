import { Button, Modal, Steps } from "antd";
import { type ReactNode, useMemo, useState } from "react";
import type { Fonds } from "#contract/fonds";
import type { FondsAct, FondsActKind } from "#contract/fonds-act";
import { wordsOf } from "#bridge/notices";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { actText } from "#text/fonds";
import { Problem } from "#ui/problem";
import { ActCheck } from "./act-check.tsx";
import { actOf, classKey, namedForLooking, startDraft } from "./act-draft.ts";
import { ActWhat } from "./act-what.tsx";
import { ActWhen } from "./act-when.tsx";

type Props = {
  readonly fonds: Fonds;
  readonly kind: FondsActKind;
  /** Open fonds beside this one. */
  readonly others: readonly Fonds[];
  readonly onDone: () => void;
};

/** 更名, 合并, 分设, 撤销 in three steps: what, when and why, what will happen. */
export function ActDialog({ fonds, kind, others, onDone }: Props): ReactNode {
  const [draft, setDraft] = useState(() => startDraft(fonds));
  const [step, setStep] = useState(0);
  const [problem, setProblem] = useState<{ sentence: string; code: string }>();
  const [write, isBusy] = useWrite();
  const looking = kind === "divide" ? actOf(kind, fonds, namedForLooking(draft), []) : null;
  const open = useRead("fonds.preview-act", looking);
  const classes = useMemo(
    () => (open.value?.moves ?? []).map((move) => classKey(move.category, move.matterId)),
    [open.value],
  );
  const act = actOf(kind, fonds, draft, classes);
  const isWhen = draft.effectiveOn !== "" && draft.reason.trim() !== "";
  const check = useRead("fonds.preview-act", step === 2 ? act : null);
  const mayGo = [act !== null, isWhen, check.value !== undefined && check.value.unassigned.length === 0][step] ?? false;

  const carryOut = async (): Promise<void> => {
    if (!act || draft.effectiveOn === "") return;
    setProblem(undefined);
    const done = await writeAct(write, act, { effectiveOn: draft.effectiveOn, reason: draft.reason }, (thrown) =>
      setProblem(wordsOf(thrown)),
    );
    if (done) onDone();
  };
  return (
    <Modal
      open
      title={`${actText.kinds[kind]}：${fonds.name}`}
      width={760}
      onCancel={onDone}
      mask={{ closable: false }}
      footer={
        <div className="row">
          <Button onClick={onDone}>{actText.cancel}</Button>
          <span className="grow" />
          {step > 0 && <Button onClick={() => setStep(step - 1)}>{actText.back}</Button>}
          {step < 2 ? (
            <Button type="primary" disabled={!mayGo} onClick={() => setStep(step + 1)}>
              {actText.next}
            </Button>
          ) : (
            <Button type="primary" disabled={!mayGo} loading={isBusy} onClick={() => void carryOut()}>
              {actText.kinds[kind]}
            </Button>
          )}
        </div>
      }
    >
      <div className="act-dialog stack wide">
        <Steps size="small" current={step} items={actText.steps.map((title) => ({ title }))} />
        {step === 0 && (
          <ActWhat
            kind={kind}
            fonds={fonds}
            others={others}
            draft={draft}
            moves={open.value?.moves ?? []}
            onDraft={(change) => setDraft((now) => ({ ...now, ...change }))}
          />
        )}
        {step === 1 && <ActWhen draft={draft} onDraft={(change) => setDraft((now) => ({ ...now, ...change }))} />}
        {step === 2 && <ActCheck kind={kind} fonds={fonds} draft={draft} check={check} />}
        {problem && <Problem {...problem} />}
      </div>
    </Modal>
  );
}

type When = { readonly effectiveOn: string; readonly reason: string };

/** Each act is a question of its own to the engine. */
function writeAct(
  write: ReturnType<typeof useWrite>[0],
  act: FondsAct,
  when: When,
  refused: (thrown: unknown) => void,
): Promise<unknown> {
  const told = {
    hasUndo: true,
    refused,
    said: ({ movedCount }: { readonly movedCount: number }) => actText.done(actText.kinds[act.kind], movedCount),
  };
  switch (act.kind) {
    case "rename":
      return write("fonds.rename", { ...act, ...when }, told);
    case "merge":
      return write("fonds.merge", { ...act, ...when }, told);
    case "divide":
      return write("fonds.divide", { ...act, ...when }, told);
    case "close":
      return write("fonds.close", { ...act, ...when }, told);
  }
}
