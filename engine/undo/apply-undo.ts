// 撤销: the newest way back is walked, as the call it is. Listed here is every call that can be one.
import { contract, type Input, type Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import type { ReadDb, WriteDb } from "#db/open";
import { dropUndo, nextUndo, type WayBack } from "#db/undo";
import type { Desk } from "#engine/desk";
import { boxWaysBack } from "#engine/box/answers";
import { deviceWaysBack } from "#engine/device/answers";
import { custodyWaysBack } from "#engine/custody/answers";
import { filingUnitWaysBack } from "#engine/filing-unit/answers";
import { filingYearWaysBack } from "#engine/filing-year/answers";
import { arrangeItem } from "#engine/item/arrange-item";
import { describeEach } from "#engine/item/describe-each";
import { describeItem } from "#engine/item/describe-item";
import { dissolveItem } from "#engine/item/dissolve-item";
import { holdItems } from "#engine/item/hold-items";
import { excludeItem, readmitItem } from "#engine/item/exclude-item";
import { addCrossReference, annotateCrossReference, removeCrossReference } from "#engine/item/keep-references";
import { restoreItems } from "#engine/item/restore-items";
import { takeSealingBack } from "#engine/item/seal-packet";
import { adjustForm } from "#engine/form/adjust-form";
import { reviseReport, typeReport } from "#engine/form/keep-report";
import { keepSavedView, removeSavedView } from "#engine/item/keep-saved-view";
import { makeItem } from "#engine/item/make-item";
import { unmakePile } from "#engine/item/make-of-pile";
import { pileMarkWaysBack } from "#engine/page/answers-pile";
import { swapCaptures } from "#engine/page/keep-capture";
import { removeAddedRow } from "#engine/schedule/add-row";
import { takeBackJudgement } from "#engine/schedule/judge-row";
import { discardDraft } from "#engine/schedule/keep-version";
import { detachImages } from "#engine/table-import/detach-images";
import { withdrawImport } from "#engine/table-import/withdraw-import";
import { describeCaptions } from "#engine/volume/group-caption";
import { describeGroup, makeGroup, removeGroup } from "#engine/volume/group-keep";
import { releaseFromGroup, takeIntoGroup } from "#engine/volume/group-members";
import { arrangeVolume, describeVolume } from "#engine/volume/describe-volume";
import { dissolveVolume, restoreVolume } from "#engine/volume/make-volume";
import { fondsWaysBack } from "#engine/fonds/answers";
import { ledgerDesignWaysBack } from "#engine/ledger/design-answers";
import { compilationWaysBack } from "#engine/compilation/answers";
import { ledgerPaperWaysBack } from "#engine/ledger/paper-answers";
import { ledgerRowWaysBack } from "#engine/ledger/row-answers";
import { pageWaysBack } from "#engine/page/answers";
import { modelPackWaysBack } from "#engine/reading/model-pack-answers";
import { dutyWaysBack } from "#engine/duty/answers";
import { rightsWaysBack } from "#engine/rights/answers";
import { registerWaysBack } from "#engine/register/answers";
import { residentWaysBack } from "#engine/resident/answers";
import type { Written } from "#engine/written";

const waysBack = {
  ...boxWaysBack,
  ...custodyWaysBack,
  ...deviceWaysBack,
  "capture.swap": swapCaptures,
  "caption.describe": describeCaptions,
  "group.make": makeGroup,
  "group.describe": describeGroup,
  "group.remove": removeGroup,
  "group.take": takeIntoGroup,
  "group.release": releaseFromGroup,
  "import.withdraw": withdrawImport,
  "image-matching.detach": detachImages,
  "schedule.take-back": takeBackJudgement,
  "schedule.remove-row": removeAddedRow,
  "schedule.discard-draft": discardDraft,
  ...fondsWaysBack,
  ...compilationWaysBack,
  ...ledgerRowWaysBack,
  ...ledgerPaperWaysBack,
  ...ledgerDesignWaysBack,
  ...registerWaysBack,
  ...rightsWaysBack,
  ...dutyWaysBack,
  ...residentWaysBack,
  ...modelPackWaysBack,
  ...pageWaysBack,
  ...filingUnitWaysBack,
  ...filingYearWaysBack,
  "item.make": makeItem,
  ...pileMarkWaysBack,
  "pile.unmake": unmakePile,
  "item.describe": describeItem,
  "item.describe-each": describeEach,
  "saved-view.keep": keepSavedView,
  "saved-view.drop": removeSavedView,
  "item.arrange": arrangeItem,
  "item.dissolve": dissolveItem,
  "item.hold": holdItems,
  "item.restore": restoreItems,
  "item.exclude": excludeItem,
  "item.readmit": readmitItem,
  "cross-reference.add": addCrossReference,
  "cross-reference.annotate": annotateCrossReference,
  "cross-reference.remove": removeCrossReference,
  "sealed-packet.take-back": takeSealingBack,
  "volume.describe": describeVolume,
  "volume.arrange": arrangeVolume,
  "volume.dissolve": dissolveVolume,
  "volume.restore": restoreVolume,
  "form.adjust": adjustForm,
  "yearly-report.revise": reviseReport,
  "yearly-report.type": typeReport,
};

/** A way back made ready to be walked in the one transaction. */
export type WalkBack = (db: WriteDb) => Written<unknown>;

function walk(db: WriteDb, name: string, input: unknown, desk: Desk): Written<unknown> {
  if (!Object.hasOwn(waysBack, name)) throw new Refusal("undo-stale");
  const known = name as keyof typeof waysBack;
  const parsed = contract[known].input.safeParse(input);
  if (!parsed.success) throw new Refusal("undo-stale");
  return (waysBack[known] as (db: WriteDb, input: unknown, desk: Desk) => Written<unknown>)(db, parsed.data, desk);
}

/** What would be undone next. */
export function showNextUndo(db: ReadDb): Output<"undo.next"> {
  const way = nextUndo(db);
  return way ? { sequence: way.sequence, action: way.action } : null;
}

/** The newest way back when it is the one meant. Refuses undo-nothing, undo-stale, party-right-missing. */
export function wayMeant(db: ReadDb, { sequence }: Input<"undo.apply">, { archive }: Desk): WayBack {
  const way = nextUndo(db);
  if (!way) throw new Refusal("undo-nothing");
  if (way.sequence !== sequence) throw new Refusal("undo-stale");
  // What somebody may not see she may not undo either (党务).
  if (archive.connection.isHidden(way.input.match(/[\w-]{1,64}/g) ?? [])) throw new Refusal("party-right-missing");
  return way;
}

/**
 * Walks the newest way back if it is the one meant, by `prepared` where it was reckoned beforehand. Refuses what wayMeant refuses. A
 * way that cannot be walked any more is given up, so that it does not stand before older ones that can.
 */
export function applyUndo(
  db: WriteDb,
  input: Input<"undo.apply">,
  desk: Desk,
  prepared?: WalkBack,
): Written<Output<"undo.apply">> {
  const way = wayMeant(db, input, desk);
  dropUndo(db, way.sequence);
  try {
    // All of the way or nothing of it: inside a transaction this is a savepoint.
    const back = desk.archive.connection.raw.transaction(() =>
      prepared ? prepared(db) : walk(db, way.name, JSON.parse(way.input), desk),
    );
    const { objectId, nouns, droppedFiles } = back();
    return {
      output: { action: way.action },
      objectId,
      reasonCode: way.action,
      keepsUndo: true,
      nouns,
      ...(droppedFiles && { droppedFiles }),
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const refuseAfter = new Refusal("undo-stale");
    return {
      output: { action: way.action },
      objectId: way.objectId,
      reasonCode: "undo-stale",
      keepsUndo: true,
      nouns: ["undo"],
      refuseAfter,
    };
  }
}
