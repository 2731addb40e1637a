// The frame around every page: title bar, navigation, notes, the page, the task strip.
import type { ReactNode } from "react";
import type { Session } from "#contract/archive";
import { DoneBar } from "./done-bar.tsx";
import type { PageName } from "#bridge/place";
import { Navigation } from "./navigation.tsx";
import { NoticeBoard } from "./notice-board.tsx";
import { SessionNotes } from "./session-notes.tsx";
import { TaskStrip } from "./task-strip.tsx";
import { TitleBar } from "./title-bar.tsx";

type Props = {
  readonly session: Session;
  readonly page: PageName;
  readonly onGo: (page: PageName) => void;
  readonly onSearch: () => void;
  readonly onBackup: () => void;
  readonly onConfirmSheet: () => void;
  readonly quietWork: ReactNode;
  readonly children: ReactNode;
};

export function Frame(props: Props): ReactNode {
  const { session, page, onGo, onSearch, onBackup, onConfirmSheet, quietWork, children } = props;
  return (
    <div className="frame">
      <TitleBar session={session} onSearch={onSearch} onBackup={onBackup} quietWork={quietWork} />
      <div className="frame-middle">
        <Navigation current={page} onGo={onGo} />
        <div className="frame-page">
          <SessionNotes session={session} onConfirmSheet={onConfirmSheet} />
          <div className="frame-room">{children}</div>
          <NoticeBoard />
        </div>
      </div>
      <DoneBar />
      <TaskStrip />
    </div>
  );
}
