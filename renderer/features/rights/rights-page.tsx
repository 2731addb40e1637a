// 权利与安全 — what a person may ask of the office, what went wrong with personal data, and whether it is kept as the law wants.
import { Segmented } from "antd";
import { type ReactNode, useState } from "react";
import { rightsText } from "#text/rights";
import { HeadChoice } from "#ui/head-choice";
import { Page } from "#ui/page";
import { AuditTab } from "./audit-tab.tsx";
import { IncidentTab } from "./incident-tab.tsx";
import { RequestTab } from "./request-tab.tsx";
import { RevealTab } from "./reveal-tab.tsx";

type TabName = keyof typeof rightsText.tabs;

/** The strip over the page has the rooms of 台账; which of its registers is open is chosen in the head, beside the year. */
export function RightsPage(): ReactNode {
  const [tab, setTab] = useState<TabName>("request");
  const thisYear = new Date().getFullYear();
  const [year, setYear] = useState(thisYear);
  const years = Array.from({ length: 10 }, (_, at) => thisYear - at);
  const rooms: Record<TabName, () => ReactNode> = {
    request: () => <RequestTab key={year} year={year} />,
    incident: () => <IncidentTab key={year} year={year} />,
    audit: () => <AuditTab key={year} year={year} />,
    reveal: () => <RevealTab />,
  };
  return (
    <Page
      title={rightsText.title}
      className="fixed"
      beside={
        <>
          <Segmented<TabName>
            aria-label={rightsText.tabsLabel}
            value={tab}
            options={(Object.keys(rightsText.tabs) as TabName[]).map((value) => ({
              value,
              label: rightsText.tabs[value],
            }))}
            onChange={setTab}
          />
          {tab !== "reveal" && (
            <HeadChoice
              label={rightsText.year}
              value={year}
              options={years.map((each) => ({ value: each, label: String(each) }))}
              onChange={setYear}
            />
          )}
        </>
      }
    >
      <div className="rights">{rooms[tab]()}</div>
    </Page>
  );
}
