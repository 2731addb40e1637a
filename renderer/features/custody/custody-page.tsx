// 保管 — shelves, climate, safety, stock-takes, damage, readability, digitisation: a register each, and what is due.
import { Button, Tabs } from "antd";
import { type ReactNode, useState } from "react";
import type { PageProps } from "#bridge/place";
import { useRead } from "#bridge/use-read";
import { custodyText } from "#text/custody";
import { Page } from "#ui/page";
import { BatchTab } from "./batch-tab.tsx";
import { ClimateTab } from "./climate-tab.tsx";
import { DamageTab } from "./damage-tab.tsx";
import { DutyLine, type TabName } from "./duty-line.tsx";
import { ReadabilityTab } from "./readability-tab.tsx";
import { RequirementsDialog } from "./requirements-dialog.tsx";
import { SafetyTab } from "./safety-tab.tsx";
import { ShelfTab } from "./shelf-tab.tsx";
import { StockTab } from "./stock-tab.tsx";

export function CustodyPage({ go }: PageProps): ReactNode {
  const [tab, setTab] = useState<TabName>("shelf");
  const [isAsking, setAsking] = useState(false);
  const rules = useRead("custody.rules", {}).value;
  const duties = useRead("custody.due", {}).value;
  const rooms: Record<TabName, () => ReactNode> = {
    shelf: () => <ShelfTab rooms={rules?.rooms ?? []} onBoxes={() => go({ page: "box" })} />,
    climate: () => rules && <ClimateTab rules={rules} />,
    safety: () => rules && <SafetyTab rules={rules} />,
    stock: () => <StockTab />,
    damage: () => <DamageTab onItem={(itemId) => go({ page: "item", itemId })} />,
    readability: () => <ReadabilityTab />,
    batch: () => <BatchTab />,
  };
  return (
    <Page
      title={custodyText.title}
      className="fixed"
      beside={duties && <DutyLine duties={duties} onTab={setTab} />}
      primary={rules && <Button onClick={() => setAsking(true)}>{custodyText.rules.open}</Button>}
    >
      <div className="custody">
        <Tabs
          activeKey={tab}
          onChange={(key) => setTab(key as TabName)}
          items={Object.entries(custodyText.tabs).map(([key, label]) => ({ key, label }))}
        />
        <div className="custody-room">{rooms[tab]()}</div>
      </div>
      {rules && (
        <RequirementsDialog
          key={JSON.stringify(rules)}
          rules={rules}
          isOpen={isAsking}
          onClose={() => setAsking(false)}
        />
      )}
    </Page>
  );
}
