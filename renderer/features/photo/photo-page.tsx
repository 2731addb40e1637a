// 声像 — groups left, what one holds in the middle, a picture with its caption at the right (DA/T 50-2014; DA/T 78-2019).
import { Button } from "antd";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import type { VolumeId } from "#contract/place-of-item";
import { desk, rememberDesk } from "#bridge/desk";
import type { PageProps } from "#bridge/place";
import { useRead } from "#bridge/use-read";
import { useFondsScope } from "#bridge/use-scope";
import { useWrite } from "#bridge/use-write";
import { bridgeText } from "#text/bridge";
import { photoText } from "#text/photo";
import { Empty } from "#ui/empty";
import { HeadChoice } from "#ui/head-choice";
import { Page } from "#ui/page";
import { Problem } from "#ui/problem";
import { Split } from "#ui/split";
import { usePixels } from "#ui/use-pixels";
import { FileGroupsDialog } from "./file-groups-dialog.tsx";
import { GroupList } from "./group-list.tsx";
import { GroupRoom } from "./group-room.tsx";

/** Groups read at once: an office makes some dozens a year. */
const mostAtOnce = 500;

export function PhotoPage({ place }: PageProps): ReactNode {
  const { splitters, textScale } = desk.use();
  const { fonds } = useFondsScope();
  const categories = (useRead("category.list", {}).value ?? []).filter((each) => each.unit === "group" && each.isUsed);
  const matters = useRead("matter.list", {}).value ?? [];
  const [code, setCode] = useState<string>();
  const [openId, setOpenId] = useState<VolumeId | undefined>(place.volumeId);
  const [isFiling, setFiling] = useState(false);
  const [write, isBusy] = useWrite();
  const listBox = useRef<HTMLDivElement>(null);
  const gridBox = useRef<HTMLDivElement>(null);
  const formBox = useRef<HTMLDivElement>(null);
  const rowHeight = Math.round(usePixels("--row", textScale) * 1.55);

  const category = categories.find((each) => each.code === code) ?? categories[0];
  const asked = fonds && category ? { fondsId: fonds.id, category: category.code } : null;
  const list = useRead("group.list", asked && { ...asked, limit: mostAtOnce });
  const rows = list.value?.rows ?? [];
  const open = rows.find((row) => row.id === openId) ?? rows[0];
  const own = matters.filter((matter) => matter.fondsId === fonds?.id && matter.category === category?.code);

  const make = async (): Promise<void> => {
    if (!asked || isBusy) return;
    const fields = fonds ? { unit: fonds.unit } : {};
    const made = await write("group.make", { ...asked, fields }, { hasUndo: true, said: () => photoText.made });
    if (!made) return;
    setOpenId(made.id);
    setTimeout(() => formBox.current?.querySelector<HTMLElement>("#group-title")?.focus(), 250);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "F6") return;
    const rooms = [listBox.current, gridBox.current, formBox.current];
    const places = [listBox.current, gridBox.current, formBox.current?.querySelector<HTMLElement>("textarea, input")];
    const here = rooms.findIndex((room) => room?.contains(document.activeElement));
    places[(here + (event.shiftKey ? 2 : 1)) % 3]?.focus();
    event.preventDefault();
  };
  const choices = (
    <>
      <HeadChoice
        label={photoText.category}
        value={category?.code}
        options={categories.map((each) => ({ value: each.code, label: `${each.code} ${each.name}` }))}
        onChange={(next) => {
          setCode(next);
          setOpenId(undefined);
        }}
      />
      <Button onClick={() => void make()}>{photoText.newGroup}</Button>
    </>
  );
  return (
    <Page
      title={photoText.title}
      beside={choices}
      primary={
        <Button
          type="primary"
          disabled={!open?.year}
          title={open && !open.year ? photoText.needsYear : ""}
          onClick={() => setFiling(true)}
        >
          {photoText.file}
        </Button>
      }
      shortcuts={photoText.shortcuts}
      className="fixed"
    >
      {list.problem && <Problem {...list.problem} again={{ words: bridgeText.again, run: list.lookAgain }} />}
      {list.value && rows.length === 0 && (
        <Empty
          title={photoText.emptyTitle}
          next={photoText.emptyNext}
          action={
            <Button type="primary" onClick={() => void make()}>
              {photoText.newGroup}
            </Button>
          }
        />
      )}
      {open && (
        <div className="photo-room" onKeyDown={onKeyDown}>
          <Split
            panes={[
              {
                key: "photo-list",
                least: 180,
                first: 230,
                share: 0.18,
                content: (
                  <GroupList rows={rows} openId={open.id} rowHeight={rowHeight} listRef={listBox} onOpen={setOpenId} />
                ),
              },
              {
                key: "photo-rest",
                least: 620,
                content: (
                  <GroupRoom
                    key={open.id}
                    group={open}
                    matters={own}
                    onRemoved={() => setOpenId(undefined)}
                    gridBox={gridBox}
                    formBox={formBox}
                  />
                ),
              },
            ]}
            widths={splitters}
            onWidths={(widths) => rememberDesk({ splitters: { ...splitters, ...widths } })}
          />
        </div>
      )}
      {isFiling && fonds && category && open?.year && (
        <FileGroupsDialog
          fondsId={fonds.id}
          category={category}
          year={open.year}
          onGroup={(id) => {
            setFiling(false);
            setOpenId(id);
          }}
          onClose={() => setFiling(false)}
        />
      )}
    </Page>
  );
}
