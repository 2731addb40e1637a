// 案卷 — volumes left, the items of one in the middle, its form or a page at the right (科技, 会计).
import { Button, Select } from "antd";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { VolumeId } from "#contract/place-of-item";
import { desk, rememberDesk } from "#bridge/desk";
import type { PageProps } from "#bridge/place";
import { useRead } from "#bridge/use-read";
import { useFondsScope } from "#bridge/use-scope";
import { useWrite } from "#bridge/use-write";
import { volumeText } from "#text/volume";
import { Empty } from "#ui/empty";
import { HeadChoice } from "#ui/head-choice";
import { Page } from "#ui/page";
import { Split } from "#ui/split";
import { usePixels } from "#ui/use-pixels";
import { FileDialog } from "./file-dialog.tsx";
import { VolumeDetail } from "./volume-detail.tsx";
import { VolumeList } from "./volume-list.tsx";

/** Volumes read at once: an office makes some dozens a year. */
const mostAtOnce = 1000;

export function VolumePage({ place, go }: PageProps): ReactNode {
  const { splitters, textScale } = desk.use();
  const { fonds } = useFondsScope();
  const categories = (useRead("category.list", {}).value ?? []).filter((each) => each.unit === "volume" && each.isUsed);
  const [code, setCode] = useState<string>();
  const [year, setYear] = useState<number>();
  const [openId, setOpenId] = useState<VolumeId | undefined>(place.volumeId);
  const [isFiling, setFiling] = useState(false);
  const [write] = useWrite();
  const listBox = useRef<HTMLDivElement>(null);
  const itemsBox = useRef<HTMLDivElement>(null);
  const formBox = useRef<HTMLDivElement>(null);
  const rowHeight = Math.round(usePixels("--row", textScale) * 1.55);

  // A volume opened from elsewhere brings its own 门类.
  const named = useRead("volume.read", place.volumeId ? { id: place.volumeId } : null).value;
  useEffect(() => {
    if (named) setCode(named.category);
  }, [named]);
  const category = categories.find((each) => each.code === code) ?? categories[0];
  const asked = fonds && category ? { fondsId: fonds.id, category: category.code } : null;
  const list = useRead("volume.list", asked && { ...asked, limit: mostAtOnce });
  const all = list.value?.rows ?? [];
  const years = [...new Set(all.flatMap((row) => (row.year === null ? [] : [row.year])))].toSorted((a, b) => b - a);
  const rows = year === undefined ? all : all.filter((row) => row.year === year);
  const open = rows.find((row) => row.id === openId)?.id ?? rows[0]?.id;
  // What is filed is one year; where only one waits, it need not be chosen.
  const waiting = [...new Set(all.flatMap((row) => (row.state === "draft" && row.year !== null ? [row.year] : [])))];
  const filingYear = year ?? (waiting.length === 1 ? waiting[0] : undefined);

  const make = async (): Promise<void> => {
    if (!asked) return;
    const made = await write(
      "volume.make",
      { ...asked, fields: { ...(year !== undefined && { year }) } },
      { hasUndo: true, said: () => volumeText.made },
    );
    if (!made) return;
    setOpenId(made.id);
    setTimeout(() => formBox.current?.querySelector<HTMLElement>("#title")?.focus(), 250);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const title = formBox.current?.querySelector<HTMLElement>("#title");
    if (event.key === "F2") title?.focus();
    else if (event.key === "F6") {
      const places = [listBox.current, itemsBox.current, title];
      const rooms = [listBox.current, itemsBox.current, formBox.current];
      const here = rooms.findIndex((room) => room?.contains(document.activeElement));
      places[(here + (event.shiftKey ? 2 : 1)) % 3]?.focus();
    } else return;
    event.preventDefault();
  };
  const choices = (
    <>
      <HeadChoice
        label={volumeText.category}
        value={category?.code}
        options={categories.map((each) => ({ value: each.code, label: `${each.code} ${each.name}` }))}
        onChange={(next) => {
          setCode(next);
          setYear(undefined);
          setOpenId(undefined);
        }}
      />
      <Select
        aria-label={volumeText.year}
        className="filter-year"
        allowClear
        placeholder={volumeText.anyYear}
        value={year ?? null}
        options={years.map((each) => ({ value: each, label: String(each) }))}
        onChange={(next: number | null) => setYear(next ?? undefined)}
      />
      <span className="quiet">{volumeText.count(rows.length)}</span>
      <Button onClick={() => void make()}>{volumeText.make}</Button>
    </>
  );
  return (
    <Page
      title={volumeText.title}
      beside={choices}
      primary={
        <Button
          type="primary"
          disabled={filingYear === undefined}
          title={filingYear === undefined ? volumeText.chooseYear : ""}
          onClick={() => setFiling(true)}
        >
          {volumeText.file}
        </Button>
      }
      shortcuts={volumeText.shortcuts}
      className="fixed"
    >
      {list.value && all.length === 0 ? (
        <Empty
          title={volumeText.emptyTitle}
          next={category ? volumeText.emptyNext : volumeText.noCategory}
          action={
            category && (
              <Button type="primary" onClick={() => void make()}>
                {volumeText.make}
              </Button>
            )
          }
        />
      ) : (
        <div className="item-room" onKeyDown={onKeyDown}>
          <Split
            panes={[
              {
                key: "volume-list",
                least: 180,
                first: 270 * (0.5 + 0.5 * textScale),
                content: (
                  <VolumeList rows={rows} openId={open} rowHeight={rowHeight} listRef={listBox} onOpen={setOpenId} />
                ),
              },
              {
                key: "volume-detail",
                least: 640,
                content: open ? (
                  <VolumeDetail
                    key={open}
                    id={open}
                    rowHeight={rowHeight}
                    onItem={(itemId) => go({ page: "item", itemId })}
                    itemsRef={itemsBox}
                    formRef={formBox}
                  />
                ) : (
                  <div className="viewer viewer-none quiet">{volumeText.noneOpen}</div>
                ),
              },
            ]}
            widths={splitters}
            onWidths={(widths) => rememberDesk({ splitters: { ...splitters, ...widths } })}
          />
        </div>
      )}
      {isFiling && fonds && category && filingYear !== undefined && (
        <FileDialog
          fondsId={fonds.id}
          category={category}
          year={filingYear}
          onClose={() => setFiling(false)}
          onVolume={(id) => {
            setFiling(false);
            setOpenId(id);
          }}
        />
      )}
    </Page>
  );
}
