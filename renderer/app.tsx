// The line as navigation; the only file that imports features.
import { lazy, type ReactNode, startTransition, Suspense, useEffect, useState } from "react";
import type { ItemId } from "#contract/item";
import { askShell } from "#bridge/call";
import { desk, readDesk } from "#bridge/desk";
import { onEngineEvent } from "#bridge/engine-events";
import { sayThrown } from "#bridge/notices";
import { enterArchive, leaveArchive, lockArchive, readSession, session, touch } from "#bridge/session";
import { undoNow } from "#bridge/undo";
import { ask } from "#bridge/call";
import { Frame } from "#features/frame/frame";
import { navigationOrder, type PageName } from "#features/frame/navigation";
import { NoticeBoard } from "#features/frame/notice-board";
import type { SectionName } from "#features/settings/settings-page";
import { StartPage } from "#features/unlock/start-page";
import { UnlockPage } from "#features/unlock/unlock-page";
import { sayAction } from "#text/actions";
import { frameText } from "#text/frame";
import { unlockText } from "#text/unlock";
import { ErrorRoom } from "#ui/error-room";
import { Problem } from "#ui/problem";
import { ThemeRoom } from "#ui/theme-room";

const pages = {
  home: () => import("#features/home/home-page"),
  scan: () => import("#features/scan/scan-page"),
  item: () => import("#features/item/item-page"),
  filing: () => import("#features/filing/filing-page"),
  catalogue: () => import("#features/catalogue/catalogue-page"),
  package: () => import("#features/package/package-page"),
  settings: () => import("#features/settings/settings-page"),
};
const HomePage = lazy(async () => ({ default: (await pages.home()).HomePage }));
const ScanPage = lazy(async () => ({ default: (await pages.scan()).ScanPage }));
const ItemPage = lazy(async () => ({ default: (await pages.item()).ItemPage }));
const FilingPage = lazy(async () => ({ default: (await pages.filing()).FilingPage }));
const CataloguePage = lazy(async () => ({ default: (await pages.catalogue()).CataloguePage }));
const PackagePage = lazy(async () => ({ default: (await pages.package()).PackagePage }));
const SettingsPage = lazy(async () => ({ default: (await pages.settings()).SettingsPage }));
const SearchPalette = lazy(async () => ({ default: (await import("#features/search/search-palette")).SearchPalette }));
const FirstRun = lazy(async () => ({ default: (await import("#features/first-run/first-run")).FirstRun }));
const RecoverPage = lazy(async () => ({ default: (await import("#features/recovery/recover-page")).RecoverPage }));
const RecoverySheet = lazy(async () => ({
  default: (await import("#features/recovery/recovery-sheet")).RecoverySheet,
}));
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

type Door = "unlock" | "recover" | "first-run";

/** The whole window: a door while the archive is closed, the desk while it is open. */
export function App(): ReactNode {
  const { theme, textScale, archiveFolders } = desk.use();
  const opened = session.use();
  const [door, setDoor] = useState<Door>("unlock");
  const [chosen, setChosen] = useState<string>();
  const [isReady, setReady] = useState(false);
  const folder = chosen ?? archiveFolders[0];

  useEffect(() => {
    void Promise.all([readDesk(), readSession().catch(() => session.set(null))]).then(() => setReady(true));
    return onEngineEvent((event) => {
      if (event.kind === "locked") {
        leaveArchive(event.reason === "closed" ? "" : event.reason);
        setDoor("unlock");
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
    if (opened) return <Desk key={opened.archiveId + opened.unlockedAt} />;
    if (folder === undefined) return <StartPage onNew={() => setDoor("first-run")} onOpen={() => void openOther()} />;
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

type Place = {
  readonly page: PageName;
  readonly itemId?: ItemId;
  readonly itemState?: "all" | "draft";
  readonly section?: SectionName;
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("input, textarea, [contenteditable]") !== null;

/** The desk of an open archive: the frame and the page in it. */
function Desk(): ReactNode {
  const opened = session.use();
  const [place, setPlace] = useState<Place>({ page: "home" });
  const [isSearching, setSearching] = useState(false);
  const go = (next: Place): void => startTransition(() => setPlace(next));
  const goItem = (id: string): void => {
    setSearching(false);
    go({ page: "item", itemId: id as ItemId });
  };

  // The other pages come while nobody waits for them.
  useEffect(() => {
    const waiting = Object.values(pages).map((load) => requestIdleCallback(() => void load()));
    return () => waiting.forEach((each) => cancelIdleCallback(each));
  }, []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const page = event.altKey && !event.ctrlKey ? navigationOrder[Number(event.key) - 1] : undefined;
      if (page) go({ page });
      else if (event.ctrlKey && event.key === "k") setSearching(true);
      else if (event.ctrlKey && event.key === "l") void lockArchive();
      else if (event.ctrlKey && event.key === "z" && !isTyping(event.target)) {
        void undoNow((action) => frameText.undone(sayAction(action)));
      } else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);

  if (!opened) return null;
  const rooms: Record<PageName, () => ReactNode> = {
    home: () => (
      <HomePage
        onScan={() => go({ page: "scan" })}
        onGo={(page) => go({ page })}
        onDrafts={() => go({ page: "item", itemState: "draft" })}
        onFiling={() => go({ page: "filing" })}
        onBackup={() => go({ page: "settings", section: "backup" })}
        onItem={goItem}
      />
    ),
    scan: () => <ScanPage onItem={goItem} />,
    item: () => (
      <ItemPage openedId={place.itemId} firstState={place.itemState ?? "all"} onScan={() => go({ page: "scan" })} />
    ),
    filing: () => (
      <FilingPage
        onItem={goItem}
        onItems={() => go({ page: "item", itemState: "draft" })}
        onSettings={() => go({ page: "settings", section: "fonds" })}
        onCatalogue={() => go({ page: "catalogue" })}
      />
    ),
    catalogue: () => <CataloguePage onFiling={() => go({ page: "filing" })} />,
    package: () => <PackagePage onFiling={() => go({ page: "filing" })} />,
    settings: () => (
      <SettingsPage
        session={opened}
        section={place.section ?? "fonds"}
        onSection={(section) => setPlace({ page: "settings", section })}
        sheet={sheet}
        typeBack={typeBack}
      />
    ),
  };
  return (
    <>
      <Frame
        session={opened}
        page={place.page}
        onGo={(page) => go({ page })}
        onSearch={() => setSearching(true)}
        onBackup={() => go({ page: "settings", section: "backup" })}
        onConfirmSheet={() => go({ page: "settings", section: "keys" })}
      >
        <ErrorRoom
          key={place.page}
          fallback={(again) => (
            <Problem sentence={frameText.pageBroken} code="window" again={{ words: frameText.pageAgain, run: again }} />
          )}
        >
          <Suspense>{rooms[place.page]()}</Suspense>
        </ErrorRoom>
      </Frame>
      {isSearching && (
        <Suspense>
          <SearchPalette onClose={() => setSearching(false)} onItem={goItem} />
        </Suspense>
      )}
    </>
  );
}
