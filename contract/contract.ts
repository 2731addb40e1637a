// The phone book: every question the engine answers, in the order of the line.
import type { z } from "zod";
import { archiveProcedures } from "./archive.ts";
import { boxProcedures } from "./box.ts";
import { crossReferenceProcedures } from "./cross-reference.ts";
import { itemCaseProcedures } from "./item-case.ts";
import { sealedPacketProcedures } from "./sealed-packet.ts";
import { volumeProcedures } from "./volume.ts";
import { captionProcedures } from "./caption.ts";
import { captureProcedures } from "./capture.ts";
import { catalogueProcedures } from "./catalogue.ts";
import { digitalFileProcedures } from "./digital-file.ts";
import { doubleLayerProcedures } from "./double-layer.ts";
import { collectionProcedures } from "./collection-list.ts";
import { deviceProcedures } from "./device.ts";
import { consentProcedures } from "./consent.ts";
import { deadlineProcedures } from "./deadline.ts";
import { ethnicityProcedures } from "./ethnicity.ts";
import { filingUnitProcedures } from "./filing-unit.ts";
import { fondsActProcedures } from "./fonds-act.ts";
import { fondsHistoryProcedures } from "./fonds-history.ts";
import { filingYearProcedures } from "./filing-year.ts";
import { fondsProcedures } from "./fonds.ts";
import { groupProcedures } from "./group.ts";
import { holdingProcedures } from "./holding-state.ts";
import { formProcedures } from "./form.ts";
import { homeProcedures } from "./home.ts";
import { imageMatchingProcedures } from "./image-matching.ts";
import { inputCheckProcedures } from "./input-check.ts";
import { itemBulkProcedures } from "./item-bulk.ts";
import { itemProcedures } from "./item.ts";
import { ledgerAttachmentProcedures } from "./ledger-attachment.ts";
import { ledgerChangeProcedures } from "./ledger-change.ts";
import { ledgerImportProcedures } from "./ledger-import.ts";
import { ledgerFreezeProcedures } from "./ledger-freeze.ts";
import { ledgerLayoutProcedures } from "./ledger-layout.ts";
import { ledgerSheetProcedures } from "./ledger-sheet.ts";
import { ledgerOrderProcedures } from "./ledger-order.ts";
import { ledgerProcedures } from "./ledger.ts";
import { ledgerDesignProcedures } from "./ledger-design.ts";
import { impactAssessmentProcedures } from "./impact-assessment.ts";
import { ledgerWriteProcedures } from "./ledger-write.ts";
import { dutyProcedures } from "./duty.ts";
import { ledgerStatisticsProcedures } from "./ledger-statistics.ts";
import { typedTotalProcedures } from "./typed-total.ts";
import { erasureProcedures } from "./erasure.ts";
import { incidentProcedures } from "./incident.ts";
import { rightsRequestProcedures } from "./rights-request.ts";
import { selfAuditProcedures } from "./self-audit.ts";
import { journalProcedures } from "./journal.ts";
import { packageProcedures } from "./package.ts";
import { pageImageProcedures } from "./page-image.ts";
import { pageMarkProcedures } from "./page-mark.ts";
import { pileProcedures } from "./pile.ts";
import { pageToolProcedures } from "./page-tool.ts";
import { climateReadingProcedures } from "./climate-reading.ts";
import { custodyProcedures } from "./custody.ts";
import { damageProcedures } from "./damage.ts";
import { digitisationBatchProcedures } from "./digitisation-batch.ts";
import { readabilityTestProcedures } from "./readability-test.ts";
import { safetyCheckProcedures } from "./safety-check.ts";
import { shelfPlaceProcedures } from "./shelf-place.ts";
import { stockTakeProcedures } from "./stock-take.ts";
import { compilationProcedures } from "./compilation.ts";
import { openExportProcedures } from "./open-export.ts";
import type { Procedure } from "./procedure.ts";
import { modelPackProcedures } from "./model-pack.ts";
import { readFileProcedures } from "./read-file.ts";
import { readingProposalProcedures } from "./reading-proposal.ts";
import { readingProcedures } from "./reading-queue.ts";
import { registerProcedures } from "./register.ts";
import { readingCopyProcedures } from "./reading-copy.ts";
import { residentProcedures } from "./resident.ts";
import { revealProcedures } from "./reveal.ts";
import { savedViewProcedures } from "./saved-view.ts";
import { scanProcedures } from "./scan.ts";
import { scanProfileProcedures } from "./scan-profile.ts";
import { schemeProcedures } from "./scheme.ts";
import { scheduleProcedures } from "./schedule.ts";
import { scheduleTableProcedures } from "./schedule-table.ts";
import { searchPeriodProcedures } from "./search-period.ts";
import { searchProcedures } from "./search.ts";
import { sourceDocumentProcedures } from "./source-document.ts";
import { restoreProcedures } from "./restore.ts";
import { settingsProcedures } from "./settings.ts";
import { statisticsProcedures } from "./statistics.ts";
import { tableImportProcedures } from "./table-import.ts";
import { taskProcedures } from "./task.ts";
import { treeProcedures } from "./tree.ts";
import { undoProcedures } from "./undo.ts";
import { yearlyReportProcedures } from "./yearly-report.ts";
import { watchedFolderProcedures } from "./watched-folder.ts";
import { whereaboutsProcedures } from "./whereabouts.ts";

export const contract = {
  ...archiveProcedures,
  ...restoreProcedures,
  ...fondsProcedures,
  ...fondsActProcedures,
  ...fondsHistoryProcedures,
  ...schemeProcedures,
  ...treeProcedures,
  ...scheduleProcedures,
  ...scheduleTableProcedures,
  ...registerProcedures,
  ...scanProcedures,
  ...scanProfileProcedures,
  ...deviceProcedures,
  ...watchedFolderProcedures,
  ...captureProcedures,
  ...pageImageProcedures,
  ...pageMarkProcedures,
  ...pileProcedures,
  ...sourceDocumentProcedures,
  ...pageToolProcedures,
  ...digitalFileProcedures,
  ...readingCopyProcedures,
  ...readingProcedures,
  ...readingProposalProcedures,
  ...modelPackProcedures,
  ...readFileProcedures,
  ...itemProcedures,
  ...itemBulkProcedures,
  ...whereaboutsProcedures,
  ...savedViewProcedures,
  ...itemCaseProcedures,
  ...crossReferenceProcedures,
  ...sealedPacketProcedures,
  ...volumeProcedures,
  ...groupProcedures,
  ...captionProcedures,
  ...holdingProcedures,
  ...filingUnitProcedures,
  ...boxProcedures,
  ...shelfPlaceProcedures,
  ...collectionProcedures,
  ...deadlineProcedures,
  ...filingYearProcedures,
  ...catalogueProcedures,
  ...formProcedures,
  ...yearlyReportProcedures,
  ...packageProcedures,
  ...custodyProcedures,
  ...climateReadingProcedures,
  ...safetyCheckProcedures,
  ...stockTakeProcedures,
  ...damageProcedures,
  ...readabilityTestProcedures,
  ...digitisationBatchProcedures,
  ...tableImportProcedures,
  ...imageMatchingProcedures,
  ...openExportProcedures,
  ...doubleLayerProcedures,
  ...compilationProcedures,
  ...searchProcedures,
  ...searchPeriodProcedures,
  ...homeProcedures,
  ...statisticsProcedures,
  ...settingsProcedures,
  ...ledgerProcedures,
  ...ledgerDesignProcedures,
  ...impactAssessmentProcedures,
  ...ledgerOrderProcedures,
  ...ledgerWriteProcedures,
  ...ledgerChangeProcedures,
  ...ledgerAttachmentProcedures,
  ...ledgerFreezeProcedures,
  ...ledgerLayoutProcedures,
  ...ledgerImportProcedures,
  ...ledgerSheetProcedures,
  ...residentProcedures,
  ...consentProcedures,
  ...ethnicityProcedures,
  ...revealProcedures,
  ...rightsRequestProcedures,
  ...erasureProcedures,
  ...incidentProcedures,
  ...selfAuditProcedures,
  ...dutyProcedures,
  ...typedTotalProcedures,
  ...ledgerStatisticsProcedures,
  ...journalProcedures,
  ...undoProcedures,
  ...inputCheckProcedures,
  ...taskProcedures,
} satisfies Record<string, Procedure>;

export type Contract = typeof contract;
export type Name = keyof Contract;
/** What a caller hands in (defaults may be left out). */
export type Asked<N extends Name> = z.input<Contract[N]["input"]>;
/** What a handler gets: parsed. */
export type Input<N extends Name> = z.output<Contract[N]["input"]>;
export type Output<N extends Name> = z.output<Contract[N]["output"]>;
/** The names of one kind, for the handlers' types. */
export type NameOf<K extends Procedure["kind"]> = { [N in Name]: Contract[N]["kind"] extends K ? N : never }[Name];
