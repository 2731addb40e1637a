// 台账设计 — left the office's ledgers, right one of them: 目的与依据 first, then its columns, then the 影响评估, then 启用.
import { Button, Segmented } from "antd";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import type { LedgerId } from "#contract/ledger";
import type { TemplatePack } from "#contract/ledger-design";
import { askShell } from "#bridge/call";
import { desk, rememberDesk } from "#bridge/desk";
import { sayThrown, wordsOf } from "#bridge/notices";
import type { PageProps } from "#bridge/place";
import { useAsPresentLedger } from "#bridge/present-ledger";
import { runTask } from "#bridge/tasks";
import { useRead } from "#bridge/use-read";
import { useFondsScope } from "#bridge/use-scope";
import { ledgerDesignText } from "#text/ledger-design";
import { Empty } from "#ui/empty";
import { Page } from "#ui/page";
import { Problem } from "#ui/problem";
import { Split } from "#ui/split";
import { AssessmentPanel } from "./assessment-panel.tsx";
import { BasisForm } from "./basis-form.tsx";
import { ColumnsTab } from "./columns-tab.tsx";
import { DesignHead } from "./design-head.tsx";
import { LedgerShelf } from "./ledger-shelf.tsx";
import { MakeDialog } from "./make-dialog.tsx";
import { missingSteps } from "./missing-steps.ts";
import { PackDialog } from "./pack-dialog.tsx";
import { redesign } from "./redesign.ts";
import { useDesign } from "./use-design.ts";

type Tab = keyof typeof ledgerDesignText.tabs;

export function LedgerDesignPage({ place }: PageProps): ReactNode {
  const { splitters } = desk.use();
  const { fonds } = useFondsScope();
  const list = useRead("ledger.list", fonds ? { fondsId: fonds.id } : null);
  const [chosen, setChosen] = useState<LedgerId | undefined>(place.ledgerId);
  const [tab, setTab] = useState<Tab>("basis");
  const [isMaking, setMaking] = useState(false);
  const [pack, setPack] = useState<TemplatePack>();
  // A refused design is told beside it, not over the button that saves it.
  const [refused, setRefused] = useState<{ id: LedgerId; problem: ReturnType<typeof wordsOf> }>();
  const [isBusy, setBusy] = useState(false);
  const all = list.value ?? [];
  const ledger = all.find(({ id }) => id === chosen) ?? all[0];
  useAsPresentLedger(ledger?.id, chosen);
  const editing = useDesign(ledger);
  const unassessed = useRead("ledger.unassessed", ledger ? { id: ledger.id } : null).value ?? [];
  const missing = ledger ? missingSteps(ledger, unassessed) : [];

  const save = async (): Promise<void> => {
    if (!ledger || !editing?.isChanged || isBusy) return;
    const { design, revision } = editing;
    const columns = design.columns.map((column) => ({
      ...column,
      rules: { ...column.rules, choices: column.rules.choices.map((each) => each.trim()).filter(Boolean) },
    }));
    setBusy(true);
    const saved = await redesign({ id: ledger.id, revision, design: { ...design, columns } }, (thrown) =>
      setRefused({ id: ledger.id, problem: wordsOf(thrown) }),
    );
    setBusy(false);
    if (!saved) return;
    setRefused(undefined);
    editing.discard();
  };
  const choosePack = async (): Promise<void> => {
    if (!fonds) return;
    try {
      const { path } = await askShell("shell.choose-table", { title: ledgerDesignText.pack.chooseTitle, form: "pack" });
      if (path === null) return;
      setPack(await runTask("ledger.read-pack", { fondsId: fonds.id, path }, { label: ledgerDesignText.pack.reading }));
    } catch (thrown) {
      sayThrown(thrown);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.ctrlKey || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    void save();
  };
  const room = ledger && editing && (
    <div className="design-room">
      <DesignHead
        ledger={ledger}
        editing={editing}
        missing={missing.map(({ words }) => words)}
        problem={editing.isChanged && refused?.id === ledger.id ? refused.problem : undefined}
        isBusy={isBusy}
        onSave={() => void save()}
      />
      <Segmented
        className="design-tabs"
        aria-label={ledgerDesignText.view}
        value={tab}
        options={(Object.keys(ledgerDesignText.tabs) as Tab[]).map((value) => ({
          value,
          label: missing.some((step) => step.tab === value)
            ? `${ledgerDesignText.tabs[value]} · ${ledgerDesignText.missing}`
            : ledgerDesignText.tabs[value],
        }))}
        onChange={setTab}
      />
      <div className="design-body" key={ledger.id}>
        {tab === "basis" && <BasisForm ledger={ledger} design={editing.design} onChange={editing.change} />}
        {tab === "columns" && (
          <ColumnsTab
            ledger={ledger}
            columns={editing.design.columns}
            onColumns={(columns) => editing.change({ columns })}
          />
        )}
        {tab === "assessment" && <AssessmentPanel ledger={ledger} />}
      </div>
    </div>
  );
  return (
    <Page
      title={ledgerDesignText.title}
      beside={<Button onClick={() => void choosePack()}>{ledgerDesignText.readPack}</Button>}
      primary={
        <Button type={all.length === 0 ? "primary" : "default"} onClick={() => setMaking(true)}>
          {ledgerDesignText.make}
        </Button>
      }
      shortcuts={ledgerDesignText.shortcuts}
      className="fixed"
    >
      {list.problem && <Problem {...list.problem} />}
      {list.value && all.length === 0 ? (
        <Empty title={ledgerDesignText.emptyTitle} next={ledgerDesignText.emptyNext} />
      ) : (
        <div className="design-split" onKeyDown={onKeyDown}>
          <Split
            panes={[
              {
                key: "ledger-design-list",
                least: 150,
                first: 220,
                content: fonds && (
                  <LedgerShelf fondsId={fonds.id} ledgers={all} chosen={ledger?.id} onChoose={setChosen} />
                ),
              },
              { key: "ledger-design-room", least: 560, content: room },
            ]}
            widths={splitters}
            onWidths={(widths) => rememberDesk({ splitters: { ...splitters, ...widths } })}
          />
        </div>
      )}
      {isMaking && fonds && (
        <MakeDialog
          fondsId={fonds.id}
          onMade={(made) => {
            setMaking(false);
            setChosen(made.id);
            setTab("basis");
          }}
          onCancel={() => setMaking(false)}
        />
      )}
      {pack && fonds && (
        <PackDialog fondsId={fonds.id} pack={pack} onTaken={setChosen} onClose={() => setPack(undefined)} />
      )}
    </Page>
  );
}
