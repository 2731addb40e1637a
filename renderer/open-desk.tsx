// The line as navigation: which page stands in the frame of an open archive. A page takes PageProps (#bridge/place) and
// is one line in `pages` and one in `rooms`.
import { lazy, type ReactNode, startTransition, Suspense, useEffect, useState } from "react";
import type { ItemId } from "#contract/item";
import type { LedgerRoom, PageName, Place } from "#bridge/place";
import { presentLedger } from "#bridge/present-ledger";
import { lockArchive, session } from "#bridge/session";
import { undoNow } from "#bridge/undo";
import { Frame } from "#features/frame/frame";
import { isLedgerRoom, LedgerRooms } from "#features/frame/ledger-rooms";
import { navigationOrder } from "#features/frame/navigation";
import { ReadingLine } from "#features/reading/reading-line";
import { frameText } from "#text/frame";
import { ErrorRoom } from "#ui/error-room";
import type { PageRoom } from "#bridge/page-slot";
import { Problem } from "#ui/problem";

const pages = {
  home: () => import("#features/home/home-page"),
  register: () => import("#features/register/register-page"),
  scan: () => import("#features/scan/scan-page"),
  camera: () => import("#features/camera/camera-page"),
  pile: () => import("#features/pile/pile-page"),
  item: () => import("#features/item/item-page"),
  volume: () => import("#features/volume/volume-page"),
  photo: () => import("#features/photo/photo-page"),
  filing: () => import("#features/filing/filing-page"),
  box: () => import("#features/box/box-page"),
  catalogue: () => import("#features/catalogue/catalogue-page"),
  package: () => import("#features/package/package-page"),
  compilation: () => import("#features/compilation/compilation-page"),
  custody: () => import("#features/custody/custody-page"),
  resident: () => import("#features/resident/resident-page"),
  rights: () => import("#features/rights/rights-page"),
  duty: () => import("#features/duty/duty-page"),
  statistics: () => import("#features/statistics/statistics-page"),
  schedule: () => import("#features/schedule/schedule-page"),
  tableImport: () => import("#features/table-import/table-import-page"),
  ledger: () => import("#features/ledger/ledger-page"),
  ledgerDesign: () => import("#features/ledger-design/ledger-design-page"),
  ledgerFreeze: () => import("#features/ledger-freeze/ledger-freeze-page"),
  ledgerPrint: () => import("#features/ledger-print/ledger-print-page"),
  settings: () => import("#features/settings/settings-page"),
  search: () => import("#features/search/search-page"),
};
/** The tools beside a page image, wherever one is worked on; they come with the page that has them. */
const loadPageRoom = async (): Promise<PageRoom> => {
  const { PageTool } = await import("#features/page-tool/page-tool");
  return (slot) => <PageTool {...slot} />;
};
type WithoutRoom<P extends (props: never) => ReactNode> = Omit<Parameters<P>[0], "pageRoom">;
const HomePage = lazy(async () => ({ default: (await pages.home()).HomePage }));
const RegisterPage = lazy(async () => ({ default: (await pages.register()).RegisterPage }));
const ScanPage = lazy(async () => {
  const [{ ScanPage: Scan }, pageRoom] = await Promise.all([pages.scan(), loadPageRoom()]);
  return { default: (props: WithoutRoom<typeof Scan>) => <Scan {...props} pageRoom={pageRoom} /> };
});
const CameraPage = lazy(async () => ({ default: (await pages.camera()).CameraPage }));
const PilePage = lazy(async () => ({ default: (await pages.pile()).PilePage }));
const ItemPage = lazy(async () => {
  const [{ ItemPage: Items }, pageRoom] = await Promise.all([pages.item(), loadPageRoom()]);
  return { default: (props: WithoutRoom<typeof Items>) => <Items {...props} pageRoom={pageRoom} /> };
});
const VolumePage = lazy(async () => ({ default: (await pages.volume()).VolumePage }));
const PhotoPage = lazy(async () => ({ default: (await pages.photo()).PhotoPage }));
const FilingPage = lazy(async () => ({ default: (await pages.filing()).FilingPage }));
const BoxPage = lazy(async () => ({ default: (await pages.box()).BoxPage }));
const CataloguePage = lazy(async () => ({ default: (await pages.catalogue()).CataloguePage }));
const PackagePage = lazy(async () => ({ default: (await pages.package()).PackagePage }));
const CompilationPage = lazy(async () => ({ default: (await pages.compilation()).CompilationPage }));
const CustodyPage = lazy(async () => ({ default: (await pages.custody()).CustodyPage }));
const ResidentPage = lazy(async () => ({ default: (await pages.resident()).ResidentPage }));
const DutyPage = lazy(async () => ({ default: (await pages.duty()).DutyPage }));
const RightsPage = lazy(async () => ({ default: (await pages.rights()).RightsPage }));
const StatisticsPage = lazy(async () => ({ default: (await pages.statistics()).StatisticsPage }));
const SchedulePage = lazy(async () => ({ default: (await pages.schedule()).SchedulePage }));
const TableImportPage = lazy(async () => ({ default: (await pages.tableImport()).TableImportPage }));
const LedgerPage = lazy(async () => ({ default: (await pages.ledger()).LedgerPage }));
const LedgerDesignPage = lazy(async () => ({ default: (await pages.ledgerDesign()).LedgerDesignPage }));
const LedgerPrintPage = lazy(async () => ({ default: (await pages.ledgerPrint()).LedgerPrintPage }));
const LedgerFreezePage = lazy(async () => ({ default: (await pages.ledgerFreeze()).LedgerFreezePage }));
const SettingsPage = lazy(async () => ({ default: (await pages.settings()).SettingsPage }));
const SearchPage = lazy(async () => ({ default: (await pages.search()).SearchPage }));
const DoubleLayerDesk = lazy(async () => ({
  default: (await import("#features/double-layer/double-layer-desk")).DoubleLayerDesk,
}));
const SearchPalette = lazy(async () => ({ default: (await import("#features/search/search-palette")).SearchPalette }));

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("input, textarea, [contenteditable]") !== null;

type Props = {
  readonly sheet: (groups: readonly string[]) => ReactNode;
  readonly typeBack: (onConfirmed: () => void) => ReactNode;
  readonly onRestore: () => void;
};

/** The desk of an open archive: the frame and the page in it. */
export function OpenDesk({ sheet, typeBack, onRestore }: Props): ReactNode {
  const opened = session.use();
  const [place, setPlace] = useState<Place>({ page: "home" });
  const [isSearching, setSearching] = useState(false);
  const go = (next: Place): void => startTransition(() => setPlace(next));
  const goItem = (id: string): void => {
    setSearching(false);
    go({ page: "item", itemId: id as ItemId });
  };
  const goLedgerRoom = (page: LedgerRoom): void => {
    const ledgerId = presentLedger.get();
    go({ page, ...(ledgerId && { ledgerId }) });
  };

  // The other pages come while nobody waits for them.
  useEffect(() => {
    const waiting = [...Object.values(pages), loadPageRoom].map((load) => requestIdleCallback(() => void load()));
    return () => waiting.forEach((each) => cancelIdleCallback(each));
  }, []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const page = event.altKey && !event.ctrlKey ? navigationOrder[Number(event.key) - 1] : undefined;
      // With CapsLock the letter comes as the other one; Ctrl+Shift+L filters a ledger and never locks.
      const letter = event.ctrlKey ? event.key.toLowerCase() : "";
      const key = event.shiftKey ? `shift+${letter}` : letter;
      if (page) go({ page });
      else if (key === "k") setSearching(true);
      else if (key === "shift+f") go({ page: "search" });
      else if (key === "l") void lockArchive();
      else if (key === "z" && !isTyping(event.target)) void undoNow();
      else return;
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
        onDuties={() => go({ page: "duty" })}
        onLedger={(ledgerId) => go({ page: "ledger", ledgerId })}
      />
    ),
    register: () => <RegisterPage place={place} go={go} />,
    scan: () => (
      <ScanPage
        onItem={goItem}
        onGroups={() => go({ page: "photo" })}
        onCamera={() => go({ page: "camera" })}
        onPile={(pile) => go({ page: "pile", pile })}
      />
    ),
    camera: () => <CameraPage place={place} go={go} />,
    pile: () => <PilePage place={place} go={go} />,
    item: () => (
      <ItemPage openedId={place.itemId} sought={place.sought} firstState={place.itemState ?? "all"} go={go} />
    ),
    volume: () => <VolumePage place={place} go={go} />,
    photo: () => <PhotoPage place={place} go={go} />,
    filing: () => <FilingPage place={place} go={go} />,
    box: () => <BoxPage place={place} go={go} />,
    catalogue: () => <CataloguePage place={place} go={go} />,
    package: () => <PackagePage onFiling={() => go({ page: "filing" })} />,
    compilation: () => <CompilationPage place={place} go={go} />,
    custody: () => <CustodyPage place={place} go={go} />,
    resident: () => <ResidentPage />,
    rights: () => <RightsPage />,
    duty: () => <DutyPage place={place} go={go} />,
    statistics: () => <StatisticsPage />,
    ledger: () => <LedgerPage key={place.ledgerId} place={place} go={go} />,
    ledgerDesign: () => <LedgerDesignPage key={place.ledgerId} place={place} go={go} />,
    ledgerPrint: () => <LedgerPrintPage key={place.ledgerId} place={place} go={go} />,
    ledgerFreeze: () => <LedgerFreezePage key={place.ledgerId} place={place} go={go} />,
    search: () => <SearchPage key={place.words} place={place} go={go} firstWords={place.words ?? ""} />,
    schedule: () => <SchedulePage />,
    tableImport: () => <TableImportPage place={place} go={go} />,
    settings: () => (
      <SettingsPage
        session={opened}
        section={place.section ?? "fonds"}
        onSection={(section) => setPlace({ page: "settings", section })}
        onSchedule={() => go({ page: "schedule" })}
        onRestore={onRestore}
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
        quietWork={<ReadingLine />}
      >
        {/* Outside of what changes with the page: the page before stays until the next one can be drawn. */}
        <Suspense>
          <ErrorRoom
            key={place.page}
            fallback={(again) => (
              <Problem
                sentence={frameText.pageBroken}
                code="window"
                again={{ words: frameText.pageAgain, run: again }}
              />
            )}
          >
            {isLedgerRoom(place.page) && <LedgerRooms current={place.page} onGo={goLedgerRoom} />}
            {rooms[place.page]()}
          </ErrorRoom>
        </Suspense>
      </Frame>
      <Suspense>
        <DoubleLayerDesk />
      </Suspense>
      {isSearching && (
        <Suspense>
          <SearchPalette
            onClose={() => setSearching(false)}
            onItem={goItem}
            onPage={(words) => {
              setSearching(false);
              go({ page: "search", words });
            }}
          />
        </Suspense>
      )}
    </>
  );
}
