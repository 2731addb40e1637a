// 页面处理: the tools beside a page image. What they make is a new version; what was received stays.
import { Button, Tooltip } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import type { ImageRecipe, ImageStep } from "#contract/derivative";
import { useRead } from "#bridge/use-read";
import { pageToolText } from "#text/page-tool";
import { pageSource, type PageLook, type PageSlot } from "#bridge/page-slot";
import { AsideList } from "./aside-list.tsx";
import { CornerFrame } from "./corner-frame.tsx";
import { CropFrame } from "./crop-frame.tsx";
import { FoldLine } from "./fold-line.tsx";
import { KeepBar } from "./keep-bar.tsx";
import { placeMenu } from "./place-menu.ts";
import { ToolBar } from "./tool-bar.tsx";
import { cornersInside, isLookedAt, recipeOf, type ToolMode } from "./tool-mode.ts";
import { useLook } from "./use-look.ts";
import { usePageAct } from "./use-page-act.ts";
import { useToolKeys } from "./use-tool-keys.ts";
import { VersionList } from "./version-list.tsx";

const turns = { left: 3, right: 1 } as const;

export function PageTool(slot: PageSlot): ReactNode {
  const { page, view, chosen, chosenCount, isFixed } = slot;
  const [mode, setMode] = useState<ToolMode>();
  const [isForAll, setForAll] = useState(false);
  const [isListing, setListing] = useState<"versions" | "aside">();
  const [isHeld, setHeld] = useState(false);
  const act = usePageAct();
  const { value: known } = useRead("page.versions", { pageId: page.id });
  const versions = known?.versions ?? [];
  const insertion = useRead("page.insertion", slot.stands === "tray" ? {} : null).value?.pageId ?? null;
  const before = versions.find((version) => version.isShown)?.madeFrom ?? undefined;

  // Another page, or the same one changed: what was looked at belongs to neither.
  useEffect(() => setMode(undefined), [page.id, page.version]);
  useEffect(() => setForAll(false), [page.id]);

  const recipe = mode && recipeOf(mode);
  const look = useLook(page, isLookedAt(mode) ? recipe : undefined);

  const idsFor = async (isAll: boolean) => (isAll && chosenCount > 1 ? await chosen() : [page.id]);
  const process = async (steps: ImageRecipe, isAll: boolean): Promise<void> => {
    if (await act.process(page, await idsFor(isAll), steps)) setMode(undefined);
  };
  /** Turning and straightening are done at once, to all that is chosen. */
  const now = (step: ImageStep): void => void process([step], chosenCount > 1);
  const turn = (to: keyof typeof turns): void => now({ kind: "turn", quarters: turns[to] });
  const measure = async (kind: "straighten" | "crop" | "flatten" | "split"): Promise<void> => {
    const whole = { left: 0, top: 0, width: page.width, height: page.height };
    if (kind === "crop") setMode({ kind, rectangle: whole, note: "asked" });
    const inside = cornersInside(page.width, page.height);
    if (kind === "flatten") setMode({ kind, corners: inside, note: "asked", isLooked: false });
    const found = await act.run("page.measure", { pageId: page.id });
    if (!found || found.number !== page.version) return;
    if (kind === "straighten") setMode({ kind, degrees: found.degrees, measured: found.degrees });
    if (kind === "split") setMode({ kind, at: found.fold });
    if (kind === "crop")
      setMode((shown) =>
        shown?.kind === "crop" && shown.note === "asked"
          ? { kind, rectangle: found.crop ?? whole, note: found.crop ? "measured" : "none" }
          : shown,
      );
    if (kind === "flatten")
      setMode((shown) =>
        shown?.kind === "flatten" && shown.note === "asked"
          ? { ...shown, corners: found.corners ?? inside, note: found.corners ? "measured" : "none" }
          : shown,
      );
  };
  const keep = (): void => {
    if (mode?.kind === "split")
      void act
        .run("page.split", { pageId: page.id, at: mode.at }, pageToolText.splitDone)
        .then((done) => done && setMode(undefined));
    // Each sheet lies at its own slant: corners are those of one page.
    else if (recipe) void process(recipe, isForAll && mode?.kind !== "flatten");
    else setMode(undefined);
  };
  const show = async (number: number): Promise<void> => {
    const said = (): string => pageToolText.shown(number);
    await act.write("page.show-version", { pages: [{ pageId: page.id, number }] }, { hasUndo: true, said });
  };
  const isComparing = useToolKeys(
    {
      onLeft: () => turn("left"),
      onRight: () => turn("right"),
      onStraighten: () => now({ kind: "straighten", degrees: null }),
      onKeep: mode && keep,
      onDrop: mode && (() => setMode(undefined)),
    },
    !isFixed && isListing === undefined,
  );

  const compared =
    (isComparing || isHeld) && before !== undefined ? versions.find((each) => each.number === before) : undefined;
  const made = look && "source" in look ? look : undefined;
  const drawn: PageLook = compared
    ? { source: pageSource(page.id, compared.number), width: compared.width, height: compared.height, isOther: true }
    : made
      ? { ...made, isOther: true }
      : {
          source: pageSource(page.id, page.version),
          width: page.width,
          height: page.height,
          isOther: false,
          ...(mode?.kind === "straighten" && { tilt: mode.degrees, over: () => <div className="level-lines" /> }),
          ...(mode?.kind === "split" && {
            over: () => <FoldLine at={mode.at} onChange={(at) => setMode({ kind: "split", at })} />,
          }),
          ...(mode?.kind === "flatten" && {
            over: () => (
              <CornerFrame
                corners={mode.corners}
                width={page.width}
                height={page.height}
                onChange={(corners) => setMode({ kind: "flatten", corners, note: "hand", isLooked: false })}
              />
            ),
          }),
          ...(mode?.kind === "crop" && {
            over: (scale: number) => (
              <CropFrame
                rectangle={mode.rectangle}
                width={page.width}
                height={page.height}
                scale={scale}
                onChange={(rectangle) => setMode({ kind: "crop", rectangle, note: "hand" })}
              />
            ),
          }),
        };
  const note = !isLookedAt(mode)
    ? ""
    : look === undefined
      ? pageToolText.looking
      : "source" in look
        ? pageToolText.look
        : look.sentence;
  const clean = (step: Extract<ToolMode, { kind: "clean" }>["step"]): void => setMode({ kind: "clean", step });
  const bar = (
    <ToolBar
      isBusy={act.isBusy}
      onLeft={() => turn("left")}
      onRight={() => turn("right")}
      onCrop={() => void measure("crop")}
      straighten={[
        { key: "now", label: pageToolText.straightenNow, onClick: () => now({ kind: "straighten", degrees: null }) },
        { key: "fine", label: pageToolText.straightenFine, onClick: () => void measure("straighten") },
        { key: "flatten", label: pageToolText.flatten, onClick: () => void measure("flatten") },
      ]}
      clean={[
        { key: "whiten", label: pageToolText.whiten, onClick: () => clean({ kind: "whiten" }) },
        { key: "bitonal", label: pageToolText.bitonal, onClick: () => clean({ kind: "bitonal" }) },
        { key: "despeckle", label: pageToolText.despeckle, onClick: () => clean({ kind: "despeckle", most: 6 }) },
      ]}
      more={placeMenu(slot, act, { onSplit: () => void measure("split"), onAside: () => setListing("aside") })}
      versions={
        <>
          {insertion !== null && (
            <Button
              size="small"
              type="primary"
              ghost
              onClick={() =>
                void act
                  .run("page.insert-after", { pageId: null })
                  .then((done) => done && act.tell(pageToolText.insertOff))
              }
            >
              {insertion === page.id ? pageToolText.insertHere : pageToolText.insertElsewhere}
            </Button>
          )}
          {before !== undefined && (
            <Tooltip title={pageToolText.comparing(before)}>
              <Button
                size="small"
                onPointerDown={() => setHeld(true)}
                onPointerUp={() => setHeld(false)}
                onPointerLeave={() => setHeld(false)}
              >
                {pageToolText.compare}
              </Button>
            </Tooltip>
          )}
          {versions.length > 1 && (
            <Button size="small" onClick={() => setListing("versions")}>
              {pageToolText.history} {versions.length}
            </Button>
          )}
        </>
      }
    />
  );
  return (
    <div className="page-tool">
      {isFixed ? versions.length > 1 && <p className="tool-bar quiet small">{pageToolText.fixed}</p> : bar}
      <div className="page-tool-view">
        {view(drawn)}
        {compared && <div className="compare-sign">{pageToolText.comparing(compared.number)}</div>}
      </div>
      {mode && (
        <KeepBar
          page={page}
          mode={mode}
          onMode={setMode}
          chosenCount={chosenCount}
          isForAll={isForAll}
          onForAll={setForAll}
          isBusy={act.isBusy}
          note={note}
          onKeep={keep}
          onDrop={() => setMode(undefined)}
        />
      )}
      {isListing === "versions" && (
        <VersionList
          pageId={page.id}
          versions={versions}
          isFixed={isFixed}
          isBusy={act.isBusy}
          onShow={(number) => void show(number)}
          onClose={() => setListing(undefined)}
        />
      )}
      {isListing === "aside" && <AsideList onClose={() => setListing(undefined)} />}
    </div>
  );
}
