// 首页 — what waits today, how far the year is, is everything safe.
import { Button } from "antd";
import type { ReactNode } from "react";
import type { LedgerId } from "#contract/ledger";
import { useRead } from "#bridge/use-read";
import { bridgeText } from "#text/bridge";
import { sayWhen } from "#text/format";
import { homeText } from "#text/home";
import { Page } from "#ui/page";
import { Problem } from "#ui/problem";
import { Waiting } from "#ui/waiting";
import { BoardPanel } from "./board-panel.tsx";
import { CustodyLines } from "./custody-lines.tsx";
import { DutyLines } from "./duty-lines.tsx";
import { SafetyPanel } from "./safety-panel.tsx";
import { WayPanel } from "./way-panel.tsx";

type Props = {
  readonly onScan: () => void;
  readonly onGo: (page: "scan" | "item" | "filing" | "catalogue" | "package" | "custody") => void;
  readonly onDrafts: () => void;
  readonly onFiling: () => void;
  readonly onBackup: () => void;
  readonly onItem: (itemId: string) => void;
  readonly onDuties: () => void;
  readonly onLedger: (id: LedgerId) => void;
};

export function HomePage({ onScan, onGo, onDrafts, onFiling, onBackup, onItem, onDuties, onLedger }: Props): ReactNode {
  const { value: home, problem, isSlow, lookAgain } = useRead("home.show", {});
  const collect = (
    <Button type="primary" onClick={onScan}>
      {homeText.collect}
    </Button>
  );
  return (
    <Page title={homeText.title} primary={collect} className="home">
      {problem && <Problem {...problem} again={{ words: bridgeText.again, run: lookAgain }} />}
      {isSlow && <Waiting label={bridgeText.waiting} />}
      {home && (
        <>
          <div className="home-panels">
            <section className="home-panel" aria-label={homeText.today}>
              <h2>{homeText.today}</h2>
              <div className="home-line">
                <span className={home.trayPageCount > 0 ? "" : "quiet"}>{homeText.tray(home.trayPageCount)}</span>
                {home.trayPageCount > 0 && <Button onClick={onScan}>{homeText.toTray}</Button>}
              </div>
              <div className="home-line">
                <span className={home.draftCount > 0 ? "" : "quiet"}>{homeText.drafts(home.draftCount)}</span>
                {home.draftCount > 0 && <Button onClick={onDrafts}>{homeText.toDrafts}</Button>}
              </div>
              <CustodyLines onCustody={() => onGo("custody")} />
              <p className="quiet">{homeText.filed(home.filedCount)}</p>
            </section>
            <section className="home-panel is-broad" aria-label={homeText.filing(home.filingYear)}>
              <h2>{homeText.filing(home.filingYear)}</h2>
              {home.progress.length === 0 ? (
                <p className="quiet">{homeText.noProgress}</p>
              ) : (
                <>
                  <ul className="home-progress">
                    {home.progress.map((line) => (
                      <li key={line.name}>
                        <span className="cut">{line.name || homeText.noMatter}</span>
                        <span
                          className="home-bar"
                          role="img"
                          aria-label={homeText.progressOf(line.filedCount, line.itemCount)}
                        >
                          <span style={{ width: `${(100 * line.filedCount) / Math.max(1, line.itemCount)}%` }} />
                        </span>
                        <span className="figures">{homeText.progressOf(line.filedCount, line.itemCount)}</span>
                      </li>
                    ))}
                  </ul>
                  {home.filingYear !== null && <BoardPanel year={home.filingYear} />}
                  <Button onClick={onFiling}>{homeText.toFiling}</Button>
                </>
              )}
            </section>
            <SafetyPanel lastBackupAt={home.lastBackupAt} backupFolder={home.backupFolder} onBackup={onBackup} />
          </div>
          <div className="home-below">
            {home.recent.length === 0 ? (
              <WayPanel onGo={onGo} />
            ) : (
              <section className="home-recent" aria-label={homeText.recent}>
                <h2>
                  {homeText.recent} <small className="quiet">{homeText.recentLine}</small>
                </h2>
                <ul>
                  {home.recent.map((each) => (
                    <li key={each.itemId}>
                      <button type="button" onClick={() => onItem(each.itemId)}>
                        <span className="grow cut">{each.title || homeText.untitled}</span>
                        <span className={`mark ${each.state === "filed" ? "mark-proved" : ""}`}>
                          {homeText.states[each.state] ?? each.state}
                        </span>
                        <span className="quiet figures">{sayWhen(each.at)}</span>
                      </button>
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <DutyLines onDuties={onDuties} onLedger={onLedger} />
          </div>
        </>
      )}
    </Page>
  );
}
