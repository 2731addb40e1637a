// 个人信息权利、安全事件和年度自查: the answers of this room.
import { listErasures } from "#db/erasure";
import { listIncidents } from "#db/incident";
import { listRequests } from "#db/rights-request";
import type { Reads, Tasks, Writes } from "#engine/handler";
import { clearMedium, signMedium } from "./clear-media.ts";
import { decideRequest, liftRestriction } from "./decide-request.ts";
import { gatherRequest } from "./gather-request.ts";
import { identifyRequest } from "./identify-request.ts";
import { previewCopy, writeCopy } from "./make-copy.ts";
import { closeIncident, registerIncident, reviseIncident } from "./keep-incident.ts";
import { rightsRulesOf, setRightsRules } from "./keep-rules.ts";
import { keepSelfAudit, readSelfAudit } from "./keep-self-audit.ts";
import { readRequest } from "./read-request.ts";
import { registerRequest } from "./register-request.ts";

export const rightsReads = {
  "rights-request.rules": (db) => rightsRulesOf(db),
  "rights-request.list": (db, { year }) => listRequests(db, year),
  "rights-request.read": (db, { id }, { archive }) => readRequest(db, archive, id),
  "erasure.list": (db) => listErasures(db),
  "incident.list": (db, { year }) => listIncidents(db, year),
  "self-audit.read": (db, { year }) => readSelfAudit(db, year),
} satisfies Partial<Reads>;

export const rightsWrites = {
  "rights-request.set-rules": setRightsRules,
  "rights-request.register": registerRequest,
  "rights-request.identify": identifyRequest,
  "rights-request.gather": gatherRequest,
  "rights-request.lift": liftRestriction,
  "erasure.sign": signMedium,
  "incident.register": registerIncident,
  "incident.revise": reviseIncident,
  "incident.close": closeIncident,
  "self-audit.keep": keepSelfAudit,
} satisfies Partial<Writes>;

export const rightsTasks = {
  "rights-request.preview-copy": previewCopy,
  "rights-request.write-copy": writeCopy,
  "rights-request.decide": decideRequest,
  "erasure.clear": clearMedium,
} satisfies Partial<Tasks>;

/** Calls of this room that can be a way back. */
export const rightsWaysBack = {
  "rights-request.set-rules": setRightsRules,
  "self-audit.keep": keepSelfAudit,
};
