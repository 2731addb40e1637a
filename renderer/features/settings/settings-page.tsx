// 设置 — the office's own choices, each a section of its own.
import type { ReactNode } from "react";
import type { Session } from "#contract/archive";
import type { SectionName } from "#bridge/place";
import { settingsText } from "#text/settings";
import { Page } from "#ui/page";
import { AboutSection } from "./about-section.tsx";
import { BackupSection } from "./backup-section.tsx";
import { FondsSection } from "./fonds-section.tsx";
import { JournalSection } from "./journal-section.tsx";
import { KeysSection } from "./keys-section.tsx";
import { LockSection } from "./lock-section.tsx";
import { LookSection } from "./look-section.tsx";
import { ModelSection } from "./model-section.tsx";
import { SchemeSection } from "./scheme-section.tsx";

const sections = Object.keys(settingsText.sections) as SectionName[];

type Props = {
  readonly session: Session;
  readonly section: SectionName;
  readonly onSection: (section: SectionName) => void;
  /** 保管期限表 is a page of its own. */
  readonly onSchedule: () => void;
  /** Restoring happens before an archive is open: this one is locked first. */
  readonly onRestore: () => void;
  readonly sheet: (groups: readonly string[]) => ReactNode;
  readonly typeBack: (onConfirmed: () => void) => ReactNode;
};

export function SettingsPage(props: Props): ReactNode {
  const { session, section, onSection, onSchedule, onRestore, sheet, typeBack } = props;
  const rooms: Record<SectionName, ReactNode> = {
    fonds: <FondsSection />,
    scheme: <SchemeSection />,
    keys: <KeysSection session={session} sheet={sheet} typeBack={typeBack} />,
    backup: <BackupSection onRestore={onRestore} />,
    lock: <LockSection />,
    models: <ModelSection />,
    journal: <JournalSection />,
    look: <LookSection />,
    about: <AboutSection />,
  };
  return (
    <Page title={settingsText.title} className="fixed settings">
      <nav className="settings-nav" aria-label={settingsText.title}>
        <ul>
          {sections.map((name) => (
            <li key={name}>
              <button
                type="button"
                aria-current={name === section ? "true" : undefined}
                onClick={() => onSection(name)}
              >
                {settingsText.sections[name]}
              </button>
            </li>
          ))}
          <li>
            <button type="button" onClick={onSchedule}>
              {settingsText.schedule}
            </button>
          </li>
        </ul>
      </nav>
      <div className={`settings-room ${section === "journal" ? "is-list" : ""}`}>{rooms[section]}</div>
    </Page>
  );
}
