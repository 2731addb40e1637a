import { Button } from "antd";
import { type ReactNode, type RefObject, useCallback, useMemo, useRef, useState } from "react";
import type { CaptionedItem, CaptionFields } from "#contract/caption";
import type { Output } from "#contract/contract";
import type { Matter } from "#contract/fonds";
import type { Group } from "#contract/group";
import { ask, askShell } from "#bridge/call";
import { desk, rememberDesk } from "#bridge/desk";
import { sayDone, sayThrown } from "#bridge/notices";
import { runTask } from "#bridge/tasks";
import { useRead } from "#bridge/use-read";
import { useRows } from "#bridge/use-rows";
import { useWrite } from "#bridge/use-write";
import { photoText } from "#text/photo";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { Empty } from "#ui/empty";
import { chosenPlaces, noSelection } from "#ui/select-places";
import { Split } from "#ui/split";
import { useDrop } from "#ui/use-drop";
import { usePixels } from "#ui/use-pixels";
import { FillDialog } from "./fill-dialog.tsx";
import { PhotoGrid } from "./photo-grid.tsx";
import { PhotoSide, type Side } from "./photo-side.tsx";
import { membersOf, waitingMembers } from "./take-files.ts";

type Props = {
  readonly group: Group;
  readonly matters: readonly Matter[];
  readonly onRemoved: () => void;
  readonly gridBox: RefObject<HTMLDivElement | null>;
  readonly formBox: RefObject<HTMLDivElement | null>;
};
const blockSize = 200;

/** One group: what is in it in the middle, one of them large with its caption at the right. */
export function GroupRoom({ group, matters, onRemoved, gridBox, formBox }: Props): ReactNode {
  const { splitters, textScale } = desk.use();
  const thumb = Math.round(usePixels("--thumb", textScale) * 1.25);
  const isPhoto = group.category === "ZP";
  const isOpen = group.state === "draft";
  const [selection, setSelection] = useState(noSelection);
  const [side, setSide] = useState<Side>("caption");
  const [refused, setRefused] = useState<Output<"scan.accept">["outcomes"]>([]);
  const [filling, setFilling] = useState<readonly CaptionedItem[]>();
  const [releasing, setReleasing] = useState<readonly CaptionedItem[]>();
  const [isTaking, setTaking] = useState(false);
  const [before, setBefore] = useState<CaptionFields>();
  const latest = useRef<CaptionFields>(undefined);
  const [write, isBusy] = useWrite();
  const waitingPages = useRead("scan.tray", isPhoto && isOpen ? { limit: 1 } : null).value?.total ?? 0;

  const fetchBlock = useCallback(
    (offset: number, limit: number) => ask("group.items", { id: group.id, offset, limit }),
    [group.id],
  );
  const items = useRows<CaptionedItem>("group.items", group.id, fetchBlock, blockSize);
  const total = items.total ?? 0;
  const focused = total > 0 ? items.rowAt(Math.min(selection.focus, total - 1)) : undefined;
  const places = useMemo(() => chosenPlaces(selection).filter((place) => place < total), [selection, total]);

  const take = async (members: Parameters<typeof ask<"group.take">>[1]["members"], rejected = 0): Promise<void> => {
    if (members.length === 0) return sayDone(photoText.takenNone);
    await write(
      "group.take",
      { id: group.id, members },
      { hasUndo: true, said: ({ itemIds }) => photoText.taken(itemIds.length, rejected) },
    );
  };
  const takePaths = async (paths: readonly string[]): Promise<void> => {
    if (isTaking || paths.length === 0) return;
    if (!isOpen) return sayDone(photoText.closed);
    setTaking(true);
    const answer = await runTask("scan.accept", { paths: [...paths] }, { label: photoText.acceptTask });
    setTaking(false);
    if (!answer) return;
    setRefused(answer.outcomes.filter((outcome) => outcome.outcome !== "accept"));
    await take(membersOf(answer.outcomes, isPhoto), answer.rejectedCount);
    gridBox.current?.focus();
  };
  const [isOver, drop] = useDrop((paths) => void takePaths(paths));
  const choose = async (isFolder: boolean): Promise<void> => {
    try {
      if (!isFolder) return await takePaths((await askShell("shell.choose-scans", {})).paths);
      const { path } = await askShell("shell.choose-folder", { title: photoText.addFolderTitle, purpose: "scans" });
      if (path !== null) await takePaths([path]);
    } catch (thrown) {
      sayThrown(thrown);
    }
  };

  /** The chosen ones, or all when none is; blocks that were never in sight are read now. */
  const readChosen = async (wantsAll: boolean): Promise<CaptionedItem[]> => {
    const wanted = places.length > 0 ? places : wantsAll ? Array.from({ length: total }, (_, at) => at) : [];
    const read = new Map<number, CaptionedItem>();
    for (const offset of new Set(wanted.map((place) => Math.floor(place / blockSize) * blockSize))) {
      const { rows } = await fetchBlock(offset, blockSize);
      rows.forEach((row, at) => read.set(offset + at, row));
    }
    return wanted.flatMap((place) => read.get(place) ?? []);
  };
  const openFor = (open: (rows: readonly CaptionedItem[]) => void, wantsAll: boolean): void => {
    if (!isOpen) return;
    readChosen(wantsAll).then((rows) => rows.length > 0 && open(rows), sayThrown);
  };
  const release = async (): Promise<void> => {
    if (!releasing) return;
    await write(
      "group.release",
      { id: group.id, itemIds: releasing.map((row) => row.itemId) },
      { hasUndo: true, said: ({ releasedCount }) => photoText.released(releasedCount) },
    );
    setReleasing(undefined);
    setSelection(noSelection);
  };
  const remove = async (): Promise<void> => {
    const done = await write(
      "group.remove",
      { id: group.id, revision: group.revision },
      { hasUndo: true, said: () => photoText.removed },
    );
    if (done) onRemoved();
  };
  const writeCaption = (): void => {
    const first = (): HTMLElement | null | undefined => formBox.current?.querySelector<HTMLElement>("[data-field]");
    if (side === "caption") return first()?.focus();
    setSide("caption");
    setTimeout(() => first()?.focus(), 50);
  };
  /** The next one, in the field the hand is in; what was written is what Ctrl+D repeats. */
  const goOn = (): void => {
    const field = (document.activeElement as HTMLElement | null)?.dataset["field"] ?? "title";
    const next = Math.min(selection.focus + 1, total - 1);
    setBefore(latest.current);
    setSelection({ focus: next, anchor: next, chosen: new Set([next]) });
    setTimeout(() => formBox.current?.querySelector<HTMLElement>(`[data-field="${field}"]`)?.focus(), 80);
  };

  const middle = (
    <div className="photo-middle">
      {isOpen && (
        <div className="photo-tools">
          <Button size="small" disabled={isTaking} onClick={() => void choose(false)}>
            {photoText.addFiles}
          </Button>
          <Button size="small" disabled={isTaking} onClick={() => void choose(true)}>
            {photoText.addFolder}
          </Button>
          {waitingPages > 0 && (
            <Button size="small" disabled={isTaking} onClick={() => void waitingMembers(true).then(take, sayThrown)}>
              {photoText.fromTray(waitingPages)}
            </Button>
          )}
          <span className="grow quiet small" role="status">
            {places.length > 1 ? photoText.chosen(places.length) : ""}
          </span>
          <Button size="small" disabled={places.length === 0} onClick={() => openFor(setReleasing, false)}>
            {photoText.release}
          </Button>
          <Button size="small" disabled={total === 0} onClick={() => openFor(setFilling, places.length <= 1)}>
            {photoText.fill}
          </Button>
        </div>
      )}
      {refused.length > 0 && (
        <div className="photo-refused" role="alert">
          <div className="row">
            <b className="grow">{photoText.refusedTitle}</b>
            <Button size="small" type="text" onClick={() => setRefused([])}>
              {photoText.refusedClose}
            </Button>
          </div>
          <ul>
            {refused.map((outcome) => (
              <li key={outcome.path}>
                {outcome.path.split(/[\\/]/).at(-1)}：{outcome.message}
              </li>
            ))}
          </ul>
        </div>
      )}
      {items.total === 0 ? (
        <Empty title={photoText.emptyGroupTitle} next={photoText.emptyGroupNext} />
      ) : (
        <PhotoGrid
          count={total}
          rowAt={items.rowAt}
          onShow={items.show}
          selection={selection}
          onSelection={(next) => {
            if (next.focus !== selection.focus) setBefore(latest.current);
            setSelection(next);
          }}
          onWrite={writeCaption}
          onRelease={() => openFor(setReleasing, false)}
          thumb={thumb}
          box={gridBox}
        />
      )}
      {isOver && isOpen && <div className="drop-sign">{photoText.dropNow}</div>}
    </div>
  );
  return (
    <div className="drop-room" {...drop}>
      <Split
        panes={[
          { key: "photo-grid", least: 280, content: middle },
          {
            key: "photo-side",
            least: 320,
            first: 460,
            share: 0.36,
            content: (
              <PhotoSide
                group={group}
                matters={matters}
                row={focused}
                side={total === 0 ? "group" : side}
                onSide={setSide}
                before={before}
                onWritten={(caption) => (latest.current = caption)}
                onNext={goOn}
                onRemove={() => void remove()}
                formBox={formBox}
              />
            ),
          },
        ]}
        widths={splitters}
        onWidths={(widths) => rememberDesk({ splitters: { ...splitters, ...widths } })}
      />
      {filling && <FillDialog group={group} items={filling} onClose={() => setFilling(undefined)} />}
      <ConfirmDialog
        isOpen={releasing !== undefined}
        title={photoText.releaseTitle(releasing?.length ?? 0)}
        verb={photoText.releaseVerb}
        cancel={photoText.keep}
        isBusy={isBusy}
        onVerb={() => void release()}
        onCancel={() => setReleasing(undefined)}
      >
        {photoText.releaseLine}
      </ConfirmDialog>
    </div>
  );
}
