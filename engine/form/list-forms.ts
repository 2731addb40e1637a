// Every form there is, in the order of the list. A new one is one line here.
import type { FormId } from "#contract/form-adjustment";
import { Refusal } from "#contract/refusal";
import type { Role } from "#contract/procedure";
import { accountingCatalogue, accountingHandover, voucherCover, voucherSpine } from "./define-accounting.ts";
import { boxCover, boxList, boxNote, boxSpine } from "./define-box.ts";
import { climateRecord } from "./define-climate-record.ts";
import { digitisationSlip } from "./define-digitisation-slip.ts";
import { chronicle, communityOverview, organisationHistory } from "./define-compilation.ts";
import { dueTerms } from "./define-due-terms.ts";
import { electronicFiling, electronicHandover } from "./define-electronic.ts";
import { fondsCover, fondsFileList, fondsHistory, fondsIntroduction } from "./define-fonds-file.ts";
import { impactAssessmentSheet } from "./define-impact-assessment.ts";
import { incidentSheet } from "./define-incident.ts";
import { itemCatalogue } from "./define-item-catalogue.ts";
import { sealLabels } from "./define-seal-label.ts";
import { separatorSheet } from "./define-separator-sheet.ts";
import { shelfLabels } from "./define-shelf-label.ts";
import { mediaCatalogue, photoSheet } from "./define-media.ts";
import { placeholderCard } from "./define-placeholder-card.ts";
import { consentPaper, privacyNotice, sensitiveConsentPaper } from "./define-privacy-notice.ts";
import { incomingRegister, outgoingRegister } from "./define-register.ts";
import { repairRegister } from "./define-repair-register.ts";
import { rightsRequestBook, rightsRequestSheet } from "./define-rights-request.ts";
import { safetyRecord } from "./define-safety-record.ts";
import { stampLabels, stampOverlay } from "./define-stamp.ts";
import { selfAuditSheet } from "./define-self-audit.ts";
import { holdingStatistics } from "./define-statistics.ts";
import { stockTakeRecord } from "./define-stock-take-record.ts";
import { volumeCatalogue, volumeCover, volumeList, volumeNote, volumeSpine, wholeCatalogue } from "./define-volume.ts";
import { collectionHandover, excludedList, termChanges } from "./define-year-lists.ts";
import { yearlyReport } from "./define-yearly-report.ts";
import type { FormDefinition } from "./form-definition.ts";

export const formDefinitions: readonly FormDefinition[] = [
  itemCatalogue,
  collectionHandover,
  excludedList,
  termChanges,
  stampLabels,
  stampOverlay,
  separatorSheet,
  boxCover,
  boxSpine,
  boxNote,
  boxList,
  volumeCover,
  volumeSpine,
  volumeList,
  volumeNote,
  volumeCatalogue,
  wholeCatalogue,
  accountingCatalogue,
  voucherCover,
  voucherSpine,
  accountingHandover,
  mediaCatalogue,
  photoSheet,
  electronicFiling,
  electronicHandover,
  incomingRegister,
  outgoingRegister,
  shelfLabels,
  sealLabels,
  placeholderCard,
  climateRecord,
  safetyRecord,
  repairRegister,
  stockTakeRecord,
  digitisationSlip,
  fondsCover,
  fondsFileList,
  fondsIntroduction,
  fondsHistory,
  chronicle,
  organisationHistory,
  communityOverview,
  holdingStatistics,
  dueTerms,
  yearlyReport,
  privacyNotice,
  consentPaper,
  sensitiveConsentPaper,
  impactAssessmentSheet,
  rightsRequestSheet,
  rightsRequestBook,
  incidentSheet,
  selfAuditSheet,
];

const keepers: readonly Role[] = ["clerk", "supervisor"];

/** The forms somebody may print: who only inspects sees those of what is filed. */
export function formsFor(roles: readonly Role[]): readonly FormDefinition[] {
  if (roles.some((role) => keepers.includes(role))) return formDefinitions;
  return formDefinitions.filter((form) => form.isForInspector);
}

/** A form by its id. Refuses `form-not-found`. */
export function findForm(id: FormId, roles: readonly Role[]): FormDefinition {
  const found = formsFor(roles).find((form) => form.id === id);
  if (!found) throw new Refusal("form-not-found");
  return found;
}
