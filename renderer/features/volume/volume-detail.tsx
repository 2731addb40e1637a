import { Segmented } from "antd";
import { type ReactNode, type RefObject, useState } from "react";
import type { ItemId, ItemRow } from "#contract/item";
import type { VolumeId } from "#contract/place-of-item";
import type { Volume } from "#contract/volume";
import { desk, rememberDesk } from "#bridge/desk";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { bridgeText } from "#text/bridge";
import { volumeText } from "#text/volume";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { Problem } from "#ui/problem";
import { Split } from "#ui/split";
import { Waiting } from "#ui/waiting";
import { AddItemsDialog } from "./add-items-dialog.tsx";
import { ItemPages } from "./item-pages.tsx";
import { UnfileDialog } from "./unfile-dialog.tsx";
import { VolumeFacts } from "./volume-facts.tsx";
import { VolumeFindings } from "./volume-findings.tsx";
import { VolumeForm } from "./volume-form.tsx";
import { VolumeItems } from "./volume-items.tsx";
import { VolumeReferences } from "./volume-references.tsx";

type Props = {
  readonly id: VolumeId;
  readonly rowHeight: number;
  readonly onItem: (id: ItemId) => void;
  readonly itemsRef: RefObject<HTMLDivElement | null>;
  readonly formRef: RefObject<HTMLDivElement | null>;
};
type Asked = "add" | "dissolve" | "unfile";

/** One volume: its items in the middle; form or page image at the right, the check below the form. */
export function VolumeDetail({ id, rowHeight, onItem, itemsRef, formRef }: Props): ReactNode {
  const { splitters } = desk.use();
  const reading = useRead("volume.read", { id });
  const found = useRead("volume.check", { id });
  const matters = useRead("matter.list", {});
  const [chosen, setChosen] = useState(0);
  const [side, setSide] = useState<"form" | "pages">("form");
  const [asked, setAsked] = useState<Asked>();
  const [write, isBusy] = useWrite();
  // An answer to a write is newer than the read that follows it a moment later.
  const [answered, setAnswered] = useState<Volume>();
  const isNewer = answered && reading.value && answered.revision > reading.value.revision;
  const volume = isNewer ? answered : reading.value;
  if (!volume) {
    if (reading.problem)
      return <Problem {...reading.problem} again={{ words: bridgeText.again, run: reading.lookAgain }} />;
    return <Waiting label={bridgeText.waiting} shape="form" />;
  }
  const seen = { id, revision: volume.revision };
  const own = (matters.value ?? []).filter(
    (matter) => matter.fondsId === volume.fondsId && matter.category === volume.category,
  );
  const order = async (itemIds: ItemId[], said: string): Promise<void> => {
    const done = await write("volume.arrange", { ...seen, itemIds }, { hasUndo: true, said: () => said });
    if (done) setAnswered(done);
  };
  const held = volume.items.map((item) => item.id);
  /** Items of another 门类 take the volume's first; its second level is given when the volume is filed. */
  const add = async (rows: readonly ItemRow[]): Promise<void> => {
    const { category } = volume;
    const changes = rows
      .filter((row) => row.category !== category)
      .map((row) => ({ id: row.id, revision: row.revision, fields: { category, matterId: null } }));
    if (changes.length > 0 && !(await write("item.describe-each", { changes }))) return;
    await order([...held, ...rows.map((row) => row.id)], volumeText.added(rows.length));
  };
  const makeItem = async (): Promise<void> => {
    const { fondsId, category, year, retention, matterId, unit } = volume;
    const fields = { fondsId, category, year, retention, matterId, creator: unit, paperPageCount: 1 };
    const made = await write("item.make", { pageIds: [], fields });
    if (!made) return;
    await order([...held, made.item.id], volumeText.madeItem);
    onItem(made.item.id);
  };
  const dissolve = async (): Promise<void> => {
    await write("volume.dissolve", seen, { hasUndo: true, said: ({ itemCount }) => volumeText.dissolved(itemCount) });
    setAsked(undefined);
  };
  const shown = volume.items[Math.min(chosen, volume.items.length - 1)];
  const form =
    volume.state === "filed" ? (
      <VolumeFacts volume={volume} matters={own} onUnfile={() => setAsked("unfile")} />
    ) : (
      <VolumeForm
        key={id}
        volume={volume}
        matters={own}
        hasVouchers={volume.category === "KU"}
        onSaved={setAnswered}
        onDissolve={() => setAsked("dissolve")}
      />
    );
  return (
    <>
      <Split
        panes={[
          {
            key: "volume-items",
            least: 300,
            content: (
              <VolumeItems
                volume={volume}
                chosen={shown ? volume.items.indexOf(shown) : -1}
                rowHeight={rowHeight}
                listRef={itemsRef}
                onChoose={setChosen}
                onOpen={onItem}
                onOrder={(itemIds, isFewer) => void order(itemIds, isFewer ? volumeText.tookOut : volumeText.ordered)}
                onAdd={() => setAsked("add")}
                onMake={() => void makeItem()}
              />
            ),
          },
          {
            key: "volume-form",
            least: 330,
            first: 420,
            share: 0.34,
            content: (
              <div className="volume-side" ref={formRef}>
                <Segmented
                  block
                  options={[
                    { value: "form", label: volumeText.form },
                    { value: "pages", label: volumeText.pages },
                  ]}
                  value={side}
                  onChange={setSide}
                />
                {side === "form" && (
                  <>
                    <div className="volume-form">{form}</div>
                    <VolumeReferences volumeId={id} onItem={onItem} />
                    {volume.state === "draft" && <VolumeFindings problems={found.value ?? []} onItem={onItem} />}
                  </>
                )}
                {side === "pages" && shown && <ItemPages id={shown.id} />}
              </div>
            ),
          },
        ]}
        widths={splitters}
        onWidths={(widths) => rememberDesk({ splitters: { ...splitters, ...widths } })}
      />
      {asked === "add" && (
        <AddItemsDialog
          volume={volume}
          onCancel={() => setAsked(undefined)}
          onAdd={(rows) => {
            setAsked(undefined);
            void add(rows);
          }}
        />
      )}
      {asked === "unfile" && <UnfileDialog volume={volume} onClose={() => setAsked(undefined)} />}
      <ConfirmDialog
        isOpen={asked === "dissolve"}
        title={volumeText.dissolveTitle}
        verb={volumeText.dissolve}
        cancel={volumeText.cancel}
        isBusy={isBusy}
        onVerb={() => void dissolve()}
        onCancel={() => setAsked(undefined)}
      >
        {volumeText.dissolveLine(volume.title || volumeText.untitled, volume.itemCount)}
      </ConfirmDialog>
    </>
  );
}
