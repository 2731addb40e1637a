import { Button, Input, InputNumber, Segmented } from "antd";
import { type ReactNode, useState } from "react";
import type { ReadabilityTest } from "#contract/readability-test";
import { session } from "#bridge/session";
import { runTask } from "#bridge/tasks";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { custodyText } from "#text/custody";
import { sayBytes, sayMinute } from "#text/format";
import { Empty } from "#ui/empty";
import { Field } from "#ui/field";
import { TextField } from "./text-field.tsx";
import { TwoPanes } from "./two-panes.tsx";

const words = custodyText.readability;

/** 可读性: tests done, and the next one as a long job that can be stopped. */
export function ReadabilityTab(): ReactNode {
  const person = session.use()?.person.name ?? "";
  const list = useRead("readability-test.list", {});
  const [chosen, setChosen] = useState<ReadabilityTest>();
  const [kind, setKind] = useState<"all" | "sample">("all");
  const [sample, setSample] = useState<number | null>(100);
  const [tester, setTester] = useState(person);
  const [isRunning, setRunning] = useState(false);
  const rows = list.value ?? [];
  const run = async (): Promise<void> => {
    setRunning(true);
    const done = await runTask(
      "readability-test.run",
      { tester, ...(kind === "sample" && sample !== null && { sample }) },
      { label: words.task, said: ({ fileCount, faultCount }) => words.said(fileCount, faultCount) },
    );
    setRunning(false);
    if (done && done.faultCount > 0) setChosen(done);
  };
  return (
    <TwoPanes
      formLabel={words.run}
      form={
        <div className="stack">
          <h2>{words.task}</h2>
          <Field label="">
            <Segmented<"all" | "sample">
              value={kind}
              options={(["all", "sample"] as const).map((value) => ({ value, label: words[value] }))}
              onChange={setKind}
            />
          </Field>
          {kind === "sample" && (
            <Field label={words.sample} forId="readability-sample">
              <InputNumber
                id="readability-sample"
                min={1}
                max={1_000_000}
                precision={0}
                value={sample}
                onChange={setSample}
              />
            </Field>
          )}
          <TextField id="readability-tester" label={words.tester} value={tester} maxLength={40} onText={setTester} />
          <Button type="primary" loading={isRunning} disabled={tester.trim() === ""} onClick={() => void run()}>
            {words.run}
          </Button>
          {chosen && <Faults key={chosen.id} test={chosen} />}
        </div>
      }
      list={
        list.value && rows.length === 0 ? (
          <Empty title={words.emptyTitle} next={words.emptyNext} />
        ) : (
          <table className="plain">
            <thead>
              <tr>
                <th>{words.at}</th>
                <th>{words.tester}</th>
                <th />
                <th className="figures">{words.size}</th>
                <th>{custodyText.state}</th>
                <th>{words.note}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id} className={row.id === chosen?.id ? "is-active" : ""}>
                  <td>
                    <Button type="link" size="small" onClick={() => setChosen(row)}>
                      {sayMinute(row.testedAt)}
                    </Button>
                  </td>
                  <td>{row.tester}</td>
                  <td>{words.scope(row.fileCount, row.fileTotal)}</td>
                  <td className="figures">{sayBytes(row.byteCount)}</td>
                  <td>
                    <span className={`mark ${row.faultCount > 0 ? "mark-destroy" : "mark-proved"}`}>
                      {row.faultCount > 0 ? words.faults(row.faultCount) : words.fine}
                    </span>
                  </td>
                  <td>{row.note}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    />
  );
}

/** The files of a test that did not come back as they went in, and what was done about them. */
function Faults({ test }: { readonly test: ReadabilityTest }): ReactNode {
  const faults = useRead("readability-test.faults", { id: test.id }).value ?? [];
  const [note, setNote] = useState(test.note);
  const [write, isBusy] = useWrite();
  return (
    <section className="stack">
      {faults.length > 0 && (
        <>
          <h3>{words.faultTitle}</h3>
          <ul>
            {faults.map((fault) => (
              <li key={fault.fileId}>
                <span className="archival-code">{fault.archivalCode || words.noCode}</span>{" "}
                <span className="mark mark-destroy">{words.results[fault.result]}</span>
              </li>
            ))}
          </ul>
          <p className="quiet small">{words.advice}</p>
        </>
      )}
      <Input.TextArea
        aria-label={words.note}
        placeholder={words.note}
        maxLength={1000}
        autoSize={{ minRows: 2, maxRows: 5 }}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button
        disabled={isBusy || note === test.note}
        onClick={() =>
          void write("readability-test.note", { id: test.id, note }, { said: () => words.noted, hasUndo: true })
        }
      >
        {custodyText.save}
      </Button>
    </section>
  );
}
