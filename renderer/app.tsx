// The doors of the window: start, first run, unlock, recover; behind them the desk of an open archive.
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { askShell } from "#bridge/call";
import { desk, readDesk } from "#bridge/desk";
import { onEngineEvent } from "#bridge/engine-events";
import { sayThrown } from "#bridge/notices";
import { enterArchive, leaveArchive, lockArchive, readSession, session, touch } from "#bridge/session";
import { ask } from "#bridge/call";
import { NoticeBoard } from "#features/frame/notice-board";
import { StartPage } from "#features/unlock/start-page";
import { UnlockPage } from "#features/unlock/unlock-page";
import { unlockText } from "#text/unlock";
import { ThemeRoom } from "#ui/theme-room";
import { OpenDesk } from "./open-desk.tsx";

const FirstRun = lazy(async () => ({ default: (await import("#features/first-run/first-run")).FirstRun }));
const RecoverPage = lazy(async () => ({ default: (await import("#features/recovery/recover-page")).RecoverPage }));
const RecoverySheet = lazy(async () => ({
  default: (await import("#features/recovery/recovery-sheet")).RecoverySheet,
}));
const RestorePage = lazy(async () => ({ default: (await import("#features/restore/restore-page")).RestorePage }));
const SheetFields = lazy(async () => ({ default: (await import("#features/recovery/sheet-fields")).SheetFields }));
const TypeBack = lazy(async () => ({ default: (await import("#features/recovery/type-back")).TypeBack }));

const sheet = (groups: readonly string[]): ReactNode => (
  <Suspense>
    <RecoverySheet groups={groups} />
  </Suspense>
);
const typeBack = (onConfirmed: () => void): ReactNode => (
  <Suspense>
    <TypeBack onConfirmed={onConfirmed} />
  </Suspense>
);

const sheetFields = (onGroups: (groups: string[] | undefined) => void): ReactNode => (
  <Suspense>
    <SheetFields onGroups={onGroups} />
  </Suspense>
);

type Door = "unlock" | "recover" | "restore" | "first-run";

/** The whole window: a door while the archive is closed, the desk while it is open. */
export function App(): ReactNode {
  const { theme, textScale, archiveFolders } = desk.use();
  const opened = session.use();
  const [door, setDoor] = useState<Door>("unlock");
  const [chosen, setChosen] = useState<string>();
  const [isReady, setReady] = useState(false);
  const folder = chosen ?? archiveFolders[0];
  /** The door behind the next locking: the settings ask for another than the one to unlock. */
  const nextDoor = useRef<Door>("unlock");

  useEffect(() => {
    void Promise.all([readDesk(), readSession().catch(() => session.set(null))]).then(() => setReady(true));
    return onEngineEvent((event) => {
      if (event.kind === "locked") {
        leaveArchive(event.reason === "closed" ? "" : event.reason);
        setDoor(nextDoor.current);
        nextDoor.current = "unlock";
      } else if (event.kind === "engine-restarted") {
        leaveArchive("restarted");
        setDoor("unlock");
      }
    });
  }, []);
  useEffect(() => {
    window.addEventListener("keydown", touch, { capture: true, passive: true });
    window.addEventListener("pointerdown", touch, { capture: true, passive: true });
    return () => {
      window.removeEventListener("keydown", touch, { capture: true });
      window.removeEventListener("pointerdown", touch, { capture: true });
    };
  }, []);

  const openOther = async (): Promise<void> => {
    try {
      const { path } = await askShell("shell.choose-folder", { title: unlockText.chooseArchive, purpose: "archive" });
      if (path !== null) setChosen(path);
    } catch (thrown) {
      sayThrown(thrown);
    }
  };
  const finishFirstRun = async (): Promise<void> => {
    try {
      const made = await ask("archive.session", {});
      if (made) enterArchive(made);
      setDoor("unlock");
    } catch (thrown) {
      sayThrown(thrown);
    }
  };

  const lockAndRestore = async (): Promise<void> => {
    nextDoor.current = "restore";
    setChosen(session.get()?.folder);
    await lockArchive();
    if (session.get()) nextDoor.current = "unlock";
  };

  const room = (): ReactNode => {
    if (!isReady) return null;
    if (door === "first-run") {
      return (
        <FirstRun
          onLeave={() => setDoor("unlock")}
          onDone={() => void finishFirstRun()}
          sheet={sheet}
          typeBack={typeBack}
        />
      );
    }
    if (opened) {
      return (
        <OpenDesk
          key={opened.archiveId + opened.unlockedAt}
          sheet={sheet}
          typeBack={typeBack}
          onRestore={() => void lockAndRestore()}
        />
      );
    }
    if (door === "restore") {
      return (
        <RestorePage
          folder={folder}
          sheetFields={sheetFields}
          onBack={() => setDoor("unlock")}
          onOpen={(restored) => {
            setChosen(restored);
            setDoor("unlock");
          }}
        />
      );
    }
    if (folder === undefined) {
      return (
        <StartPage
          onNew={() => setDoor("first-run")}
          onOpen={() => void openOther()}
          onRestore={() => setDoor("restore")}
        />
      );
    }
    if (door === "recover") return <RecoverPage folder={folder} onBack={() => setDoor("unlock")} />;
    return (
      <UnlockPage
        key={folder}
        folder={folder}
        others={archiveFolders.filter((each) => each !== folder)}
        onFolder={setChosen}
        onOpenOther={() => void openOther()}
        onNew={() => setDoor("first-run")}
        onForgot={() => setDoor("recover")}
        onRestore={() => setDoor("restore")}
      />
    );
  };
  return (
    <ThemeRoom choice={theme} textScale={textScale}>
      <Suspense>{room()}</Suspense>
      {!opened && door !== "first-run" && <NoticeBoard />}
    </ThemeRoom>
  );
}
