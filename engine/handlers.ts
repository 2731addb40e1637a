// The line: procedure → function. It does not compile while a procedure has no handler.
import type { NameOf } from "#contract/contract";
import { mostAtOnce } from "#contract/item-bulk";
import { Refusal } from "#contract/refusal";
import { isRecoveryGroupRight } from "#engine/vault/recovery-code";
import { showCatalogue } from "#engine/catalogue/show-catalogue";
import { filingUnitReads, filingUnitWrites } from "#engine/filing-unit/answers";
import { filingYearReads, filingYearTasks, filingYearWrites } from "#engine/filing-year/answers";
import { boxReads, boxWrites } from "#engine/box/answers";
import { custodyReads, custodyTasks, custodyWrites } from "#engine/custody/answers";
import { deviceReads, deviceTasks, deviceWrites } from "#engine/device/answers";
import { formReads, formTasks, formWrites } from "#engine/form/answers";
import { doubleLayerReads, doubleLayerTasks } from "#engine/double-layer/answers";
import { fondsReads, fondsWrites } from "#engine/fonds/answers";
import { showJournal } from "#engine/journal/show-journal";
import { showHome } from "#engine/home/show-home";
import { checkInputPaths } from "#engine/input/check-input-paths";
import { itemCaseReads, itemCaseWrites } from "#engine/item/answers";
import { arrangeItem } from "#engine/item/arrange-item";
import { describeEach } from "#engine/item/describe-each";
import { describeItem } from "#engine/item/describe-item";
import { dissolveItem } from "#engine/item/dissolve-item";
import { holdItems } from "#engine/item/hold-items";
import { keepSavedView, removeSavedView } from "#engine/item/keep-saved-view";
import { findWhereabouts } from "#engine/item/find-whereabouts";
import { makeItem } from "#engine/item/make-item";
import { makeOfPile, unmakePile } from "#engine/item/make-of-pile";
import { readItem } from "#engine/item/read-item";
import { previewPackage } from "#engine/package/gather-content";
import { buildPackage } from "#engine/package/build-package";
import { volumeFilingReads, volumeFilingWrites } from "#engine/filing-unit/volume-answers";
import { volumeReads, volumeWrites } from "#engine/volume/answers";
import { verifyPackageAt } from "#engine/package/verify-package-at";
import { pageReads, pageTasks, pageWrites } from "#engine/page/answers";
import { compilationReads, compilationWrites } from "#engine/compilation/answers";
import { ledgerDesignReads, ledgerDesignTasks, ledgerDesignWrites } from "#engine/ledger/design-answers";
import { ledgerReads, ledgerWrites } from "#engine/ledger/answers";
import { ledgerFreezeReads, ledgerFreezeTasks } from "#engine/ledger/freeze-answers";
import { ledgerPaperReads, ledgerPaperWrites } from "#engine/ledger/paper-answers";
import { ledgerRowReads, ledgerRowTasks, ledgerRowWrites } from "#engine/ledger/row-answers";
import { ledgerSheetTasks } from "#engine/ledger/sheet-answers";
import { modelPackReads, modelPackTasks, modelPackWrites } from "#engine/reading/model-pack-answers";
import { readFile } from "#engine/reading/read-file";
import { readingReads, readingWrites } from "#engine/reading/answers";
import { rightsReads, rightsTasks, rightsWrites } from "#engine/rights/answers";
import { registerReads, registerWrites } from "#engine/register/answers";
import { restoreDoors } from "#engine/restore/answers";
import { residentReads, residentWrites } from "#engine/resident/answers";
import { groupReads, groupWrites } from "#engine/volume/group-answers";
import { digitalReads, digitalTasks, digitalWrites } from "#engine/scan/answers";
import { pileMarkWrites, pileReads, pileTasks } from "#engine/page/answers-pile";
import { acceptScans } from "#engine/scan/accept-scans";
import { discardPages } from "#engine/scan/discard-pages";
import { keepCapture, swapCaptures } from "#engine/page/keep-capture";
import { openDocument, openPage } from "#engine/scan/open-page";
import { scheduleReads, scheduleTasks, scheduleWrites } from "#engine/schedule/answers";
import { searchReads, searchTasks } from "#engine/search/answers";
import { reviseSettings } from "#engine/settings/revise-settings";
import { showNextUndo } from "#engine/undo/apply-undo";
import { undoInTurns } from "#engine/undo/undo-in-turns";
import { backUp, backupStateOf } from "#engine/vault/back-up";
import { changePassphrase, confirmRecovery, renewRecovery } from "#engine/vault/change-passphrase";
import { openExportReads, openExportTasks } from "#engine/open-export/answers";
import { tableImportReads, tableImportTasks, tableImportWrites } from "#engine/table-import/answers";
import { dutyReads, dutyWrites } from "#engine/duty/answers";
import { statisticsReads, statisticsTasks, statisticsWrites } from "#engine/statistics/answers";
import { settingsOf } from "#engine/vault/open-archive";
import { previewSheet, saveSheet } from "#engine/vault/recovery-sheet";
import { findSameNumber, listItems, listMarks, suggestValues } from "#db/item";
import { findBrokenEntry } from "#db/journal";
import { listSavedViews } from "#db/saved-view";
import { listPeople, renamePerson } from "#db/person";
import { listTray } from "#db/scan";
import {
  closeDesk,
  createDesk,
  inspectDesk,
  recoverDesk,
  renewSession,
  restoreDesk,
  unlockDesk,
} from "./desk-doors.ts";
import { grantPartyRight, withdrawPartyRight } from "./party-right.ts";
import type { DoorHandler, ReadHandler, TaskHandler, WriteHandler } from "./handler.ts";

export const reads: { [N in NameOf<"read">]: ReadHandler<N> } = {
  "person.list": (db) => listPeople(db),
  ...fondsReads,
  ...scheduleReads,
  ...readingReads,
  ...modelPackReads,
  ...registerReads,
  ...compilationReads,
  ...ledgerReads,
  ...ledgerRowReads,
  ...ledgerPaperReads,
  ...ledgerFreezeReads,
  ...ledgerDesignReads,
  ...residentReads,
  ...statisticsReads,
  ...dutyReads,
  ...rightsReads,
  "scan.tray": (db, { offset, limit }) => listTray(db, offset, limit),
  ...pageReads,
  ...digitalReads,
  ...pileReads,
  ...deviceReads,
  ...groupReads,
  "page.open": openPage,
  "document.open": openDocument,
  "item.list": (db, { filter, order, descending, offset, limit }) =>
    listItems(db, filter, order, descending, offset, limit),
  "item.read": (db, { id }) => readItem(db, id),
  "item.marks": (db, { filter }) => {
    const marks = listMarks(db, filter, mostAtOnce + 1);
    return { marks: marks.slice(0, mostAtOnce), isCut: marks.length > mostAtOnce };
  },
  "saved-view.list": (db) => listSavedViews(db),
  "item.whereabouts": findWhereabouts,
  "item.suggest": (db, { field, beginning }) => suggestValues(db, field, beginning),
  "item.same-number": (db, { documentNumber, creator, except }) => findSameNumber(db, documentNumber, creator, except),
  ...itemCaseReads,
  ...volumeReads,
  ...volumeFilingReads,
  ...filingUnitReads,
  ...boxReads,
  ...custodyReads,
  ...filingYearReads,
  "catalogue.show": showCatalogue,
  ...formReads,
  "package.preview": previewPackage,
  ...searchReads,
  ...tableImportReads,
  ...openExportReads,
  ...doubleLayerReads,
  "home.show": showHome,
  "settings.read": (db) => settingsOf(db),
  "backup.state": (db) => backupStateOf(db),
  "journal.list": showJournal,
  "journal.verify": (db) => {
    const found = findBrokenEntry(db);
    return { isWhole: found.brokenAt === null, ...found };
  },
  "undo.next": showNextUndo,
};

export const writes: { [N in NameOf<"write">]: WriteHandler<N> } = {
  ...scheduleWrites,
  "person.rename": (db, { id, name }) => {
    const output = renamePerson(db, id, name);
    if (!output) throw new Refusal("input-invalid", { where: "id" });
    return { output, objectId: id, after: output, nouns: ["archive"] };
  },
  "person.grant-party-right": grantPartyRight,
  "person.withdraw-party-right": withdrawPartyRight,
  ...fondsWrites,
  ...readingWrites,
  ...modelPackWrites,
  ...registerWrites,
  ...compilationWrites,
  ...ledgerRowWrites,
  ...ledgerPaperWrites,
  ...ledgerDesignWrites,
  "scan.discard": discardPages,
  "capture.swap": swapCaptures,
  ...pageWrites,
  ...digitalWrites,
  ...pileMarkWrites,
  "pile.make": makeOfPile,
  "pile.unmake": unmakePile,
  ...deviceWrites,
  ...groupWrites,
  "item.make": makeItem,
  "item.describe": describeItem,
  "item.describe-each": describeEach,
  "saved-view.keep": keepSavedView,
  "saved-view.drop": removeSavedView,
  "item.arrange": arrangeItem,
  "item.dissolve": dissolveItem,
  "item.hold": holdItems,
  ...itemCaseWrites,
  ...volumeWrites,
  ...volumeFilingWrites,
  ...filingUnitWrites,
  ...boxWrites,
  ...custodyWrites,
  ...filingYearWrites,
  ...formWrites,
  ...tableImportWrites,
  ...residentWrites,
  ...ledgerWrites,
  ...rightsWrites,
  ...dutyWrites,
  ...statisticsWrites,
  "settings.revise": reviseSettings,
};

export const tasks: { [N in NameOf<"task">]: TaskHandler<N> } = {
  ...scheduleTasks,
  ...ledgerDesignTasks,
  ...ledgerRowTasks,
  ...ledgerSheetTasks,
  ...ledgerFreezeTasks,
  "archive.change-passphrase": async (house, archive, input) => {
    await changePassphrase(house, archive, input);
    return {};
  },
  "recovery.confirm": async (house, archive, { groups }) => {
    await confirmRecovery(house, archive, groups);
    renewSession(house);
    return {};
  },
  "recovery.renew": async (house, archive, { passphrase }) => {
    const recoveryGroups = await renewRecovery(house, archive, passphrase);
    renewSession(house);
    return { recoveryGroups };
  },
  "recovery.save-sheet": saveSheet,
  "recovery.preview-sheet": previewSheet,
  "scan.accept": acceptScans,
  ...deviceTasks,
  ...modelPackTasks,
  "capture.keep": keepCapture,
  ...pageTasks,
  ...digitalTasks,
  ...pileTasks,
  ...tableImportTasks,
  ...openExportTasks,
  ...doubleLayerTasks,
  ...custodyTasks,
  ...filingYearTasks,
  ...formTasks,
  ...searchTasks,
  ...rightsTasks,
  ...statisticsTasks,
  "undo.apply": undoInTurns,
  "package.write": buildPackage,
  "backup.make": (house, archive, _input, job) => backUp(house, archive, job),
};

export const doors: { [N in NameOf<"door">]: DoorHandler<N> } = {
  "archive.create": createDesk,
  "archive.inspect": inspectDesk,
  "archive.unlock": unlockDesk,
  "archive.recover": recoverDesk,
  ...restoreDoors,
  "restore.run": restoreDesk,
  "archive.session": (house) => Promise.resolve(house.session ?? null),
  // Any question restarts the idle clock (engine.ts); this one is asked when only the hands move.
  "archive.touch": () => Promise.resolve({}),
  "archive.lock": async (house) => {
    await closeDesk(house, "asked");
    return {};
  },
  "archive.close": async (house, _input, job) => {
    const { archive } = house;
    const hasTarget = archive !== undefined && settingsOf(archive.connection.read).backupFolder !== "";
    const made = archive && hasTarget ? await backUp(house, archive, job) : undefined;
    await closeDesk(house, "closed");
    return { backup: made ? { folder: made.folder, files: made.files, at: made.lastAt ?? "" } : null };
  },
  "recovery.check-group": (_house, { place, group }) =>
    Promise.resolve({ isRight: isRecoveryGroupRight(place, group) }),
  "package.verify": verifyPackageAt,
  "input.check": checkInputPaths,
  "reading.read-file": readFile,
  "task.cancel": (house, { taskId }) => {
    house.running.get(taskId)?.abort();
    return Promise.resolve({});
  },
};
