import { Button } from "antd";
import { type ReactNode, type RefObject, useEffect, useState } from "react";
import type { Fonds } from "#contract/fonds";
import type { ItemId } from "#contract/item";
import type { PageId } from "#contract/scan";
import { desk, rememberDesk } from "#bridge/desk";
import type { PageProps, Place } from "#bridge/place";
import { usePageReading } from "#bridge/use-page-reading";
import { useWrite } from "#bridge/use-write";
import { bridgeText } from "#text/bridge";
import { sayTail } from "#text/format";
import { itemText } from "#text/item";
import { readingText } from "#text/reading";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { type PageRoom, pageSource } from "#bridge/page-slot";
import { PageViewer } from "#ui/page-viewer";
import { Later } from "#ui/later";
import { Problem } from "#ui/problem";
import { Split } from "#ui/split";
import { Waiting } from "#ui/waiting";
import { isSamePlan, type Plan } from "./arrange-pages.ts";
import { ConflictDialog } from "./conflict-dialog.tsx";
import { FieldOffer } from "./field-offer.tsx";
import { ItemAlso } from "./item-also.tsx";
import { ItemFacts } from "./item-facts.tsx";
import { ItemFiles } from "./item-files.tsx";
import { ItemForm } from "./item-form.tsx";
import { shownFields } from "./item-draft.ts";
import { PageText } from "./page-text.tsx";
import { PartStrip } from "./part-strip.tsx";
import { SecretDialog } from "./secret-dialog.tsx";
import { useDraft } from "./use-draft.ts";
import { useOffers } from "./use-offers.ts";
import { usePageText } from "./use-page-text.ts";

type Props = {
  readonly id: ItemId;
  readonly allFonds: readonly Fonds[];
  readonly go: PageProps["go"];
  /** A page of this item that a search found; it is shown first, its places marked. */
  readonly sought: Place["sought"];
  readonly pageRoom: PageRoom;
  readonly onNext: () => void;
  readonly onOpen: (id: ItemId) => void;
  /** The item is no more: dissolved, or dropped as a state secret. */
  readonly onGone: () => void;
  readonly formBox: RefObject<HTMLDivElement | null>;
  readonly viewerBox: RefObject<HTMLDivElement | null>;
};

/** One item: its pages and, always beside them, its form. */
export function ItemDetail({
  id,
  allFonds,
  go,
  pageRoom,
  sought,
  onNext,
  onOpen,
  onGone,
  formBox,
  viewerBox,
}: Props): ReactNode {
  const { splitters } = desk.use();
  const draft = useDraft(id);
  // The item on the desk; while the next one is being read this is still the one before.
  const heldId = draft.id;
  const state = draft.state.use();
  const { item, problem, isSecret } = state;
  const [shown, setShown] = useState<PageId | undefined>(sought?.pageId);
  useEffect(() => setShown(sought?.pageId), [sought]);
  const [isDissolving, setDissolving] = useState(false);
  const [write, isBusy] = useWrite();

  const pages = item?.parts.flatMap((part) => part.pages.map((page) => ({ ...page, kind: part.kind }))) ?? [];
  const page = pages.find((each) => each.id === shown) ?? pages[0];
  // The next page comes before it is asked for.
  const following = page && pages[pages.indexOf(page) + 1];
  const followingId = following?.id;
  useEffect(() => {
    if (followingId) new Image().src = pageSource(followingId, following?.version ?? 1);
  }, [followingId, following?.version]);

  const isDraft = item?.state === "draft";
  const reading = usePageReading(page?.id, heldId);
  const pageIds = pages.map((each) => each.id);
  const offers = useOffers(heldId, pageIds, shownFields(state), isDraft);
  const text = usePageText(page, reading, isDraft);
  const lookAt = (name: string): void => {
    const pageId = offers.show(offers.of(name));
    if (pageId) setShown(pageId);
  };
  const takeOffer = (name: string): boolean => {
    const proposal = offers.of(name);
    if (!proposal) return false;
    lookAt(name);
    draft.type(offers.edits(proposal));
    draft.leave(proposal.field);
    return true;
  };
  const offerFor = (name: string): ReactNode => {
    const proposal = offers.of(name);
    if (!proposal) return null;
    return <FieldOffer proposal={proposal} onTake={() => void takeOffer(name)} onPlace={() => lookAt(name)} />;
  };

  const arrange = async (plan: Plan): Promise<void> => {
    if (!item || isBusy) return;
    const now = item.parts.map((part) => ({
      kind: part.kind,
      title: part.title,
      pageIds: part.pages.map((each) => each.id),
    }));
    if (isSamePlan(plan, now) || !(await draft.save())) return;
    const revision = draft.state.get().item?.revision ?? item.revision;
    const parts = plan.map((part) => ({ ...part, pageIds: [...part.pageIds] }));
    const isFewer = plan.flatMap((part) => part.pageIds).length < pages.length;
    const arranged = await write(
      "item.arrange",
      { id: heldId, revision, parts },
      { hasUndo: true, said: () => (isFewer ? itemText.tookOut : itemText.arranged) },
    );
    if (arranged) draft.adopt(arranged);
    else void draft.load();
  };
  const dissolve = async (): Promise<void> => {
    await draft.save();
    const revision = draft.state.get().item?.revision;
    if (revision === undefined) return;
    const done = await write(
      "item.dissolve",
      { id: heldId, revision },
      { hasUndo: true, said: ({ pageCount }) => itemText.dissolved(pageCount) },
    );
    setDissolving(false);
    if (done) onGone();
  };

  if (!item) {
    if (isSecret) return <SecretDialog isOpen onRead={onGone} />;
    if (problem) return <Problem {...problem} again={{ words: bridgeText.again, run: () => void draft.load() }} />;
    return <Waiting label={bridgeText.waiting} shape="form" />;
  }
  const viewer = (
    <div className="item-pages" ref={viewerBox}>
      {page ? (
        pageRoom({
          page,
          view: ({ isOther, ...look }) => (
            <PageViewer
              {...look}
              mayTurn={!isDraft}
              caption={itemText.pageFacts(
                page.kind,
                pages.indexOf(page) + 1,
                pages.length,
                sayTail(page.sourceName, 20),
              )}
              firstFit="width"
              words={itemText.viewer}
              tools={
                <Button type="text" aria-pressed={text.isOpen} onClick={() => text.setOpen(!text.isOpen)}>
                  {readingText.showPanel}
                </Button>
              }
              regions={
                isOther
                  ? []
                  : [
                      ...(sought?.pageId === page.id ? sought.places : []).map((corners, at) => ({
                        key: String(at),
                        corners,
                        kind: "hit" as const,
                      })),
                      ...offers.regions(page.id),
                      ...text.regions,
                    ]
              }
              focusOn={text.focusOn ?? offers.focusOn ?? (sought?.pageId === page.id ? "0" : undefined)}
              onRegion={isDraft ? text.onRegion : undefined}
            />
          ),
          chosen: () => Promise.resolve([page.id]),
          chosenCount: 1,
          next: followingId,
          stands: "item",
          isFixed: !isDraft,
        })
      ) : (
        <div className="viewer viewer-none quiet">{item.fileCount > 0 ? itemText.onlyFiles : itemText.noPages}</div>
      )}
      {reading && text.isOpen && <PageText shown={reading} onLine={text.onLine} onClose={() => text.setOpen(false)} />}
      {pages.length > 0 && (
        <PartStrip item={item} shown={page?.id} onShow={setShown} onPlan={(plan) => void arrange(plan)} />
      )}
      <ItemFiles item={item} onChanged={() => void draft.load()} />
    </div>
  );
  return (
    <>
      <Split
        panes={[
          { key: "item-viewer", least: 240, content: viewer },
          {
            key: "item-form",
            least: 300,
            first: 372,
            content: (
              <div ref={formBox} className="item-form-room">
                <Later>
                  {item.state === "filed" ? (
                    <ItemFacts item={item} allFonds={allFonds} go={go} />
                  ) : (
                    <ItemForm
                      draft={draft}
                      allFonds={allFonds}
                      onNext={onNext}
                      onOpen={onOpen}
                      onDissolve={() => setDissolving(true)}
                      offerFor={offerFor}
                      onTakeOffer={takeOffer}
                      onField={(name) => void offers.show(offers.of(name))}
                      accessNote={item.access === "restricted" ? text.personalNote : ""}
                    />
                  )}
                  <ItemAlso draft={draft} onOpen={onOpen} />
                </Later>
              </div>
            ),
          },
        ]}
        widths={splitters}
        onWidths={(widths) => rememberDesk({ splitters: { ...splitters, ...widths } })}
      />
      <ConflictDialog draft={draft} />
      <SecretDialog isOpen={isSecret} onRead={onGone} />
      <ConfirmDialog
        isOpen={isDissolving}
        title={itemText.dissolveTitle}
        verb={itemText.dissolveVerb}
        cancel={itemText.keep}
        isBusy={isBusy}
        onVerb={() => void dissolve()}
        onCancel={() => setDissolving(false)}
      >
        {itemText.dissolveLine(item.title || itemText.untitled, item.imageCount)}
      </ConfirmDialog>
    </>
  );
}
