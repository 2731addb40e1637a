// 导入与导出 — old tables in, images to their items, everything out.
import { Tabs } from "antd";
import { type ReactNode, useState } from "react";
import type { PageProps } from "#bridge/place";
import { tableImport } from "#text/table-import";
import { Page } from "#ui/page";
import { ExportTab } from "./export-tab.tsx";
import { ImportTab } from "./import-tab.tsx";
import { LedgerImportTab } from "./ledger-import-tab.tsx";
import { MatchTab } from "./match-tab.tsx";

type TabName = keyof typeof tableImport.tabs;

export function TableImportPage({ place, go }: PageProps): ReactNode {
  const [tab, setTab] = useState<TabName>(place.ledgerId ? "ledger" : "import");
  const rooms: Record<TabName, () => ReactNode> = {
    import: () => <ImportTab onItems={() => go({ page: "item", itemState: "draft" })} />,
    ledger: () => (
      <LedgerImportTab ledgerId={place.ledgerId} onLedger={(ledgerId) => go({ page: "ledger", ledgerId })} />
    ),
    match: () => <MatchTab />,
    export: () => <ExportTab />,
  };
  return (
    <Page title={tableImport.title} className="fixed">
      <div className="table-import">
        <Tabs
          activeKey={tab}
          onChange={(key) => setTab(key as TabName)}
          items={Object.entries(tableImport.tabs).map(([key, label]) => ({ key, label }))}
        />
        <div className="table-import-room">{rooms[tab]()}</div>
      </div>
    </Page>
  );
}
