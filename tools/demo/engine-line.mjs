// One paper's way, asked of the engine itself: archive, scans, items, filing, catalogue, package.
import { randomInt } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { formId } from "#contract/form-adjustment";
import { isSameProof, sayFormProof } from "#contract/form-proof";
import { archivalDate } from "#contract/archival-date";
import { openEngine } from "#engine/engine";
import { noteFault } from "#engine/log";
import { checkDigests } from "./check-digests.mjs";
import { filesOf } from "./find-papers.mjs";
import { readSheet } from "./read-sheet.mjs";
import { must } from "./steps.mjs";

/**
 * @typedef {object} Made
 * @property {string} archive folder
 * @property {string} passphrase
 * @property {string} packagePath
 * @property {number} year
 * @property {string} firstTitle title of one filed item
 * @property {number} pages
 * @property {number} items
 * @property {number} files
 * @property {number} bytes
 * @property {string} verdict
 *
 * @typedef {import("#engine/engine").Engine} Engine
 * @typedef {import("./steps.mjs").Steps} Steps
 * @typedef {import("./find-papers.mjs").Papers} Papers
 * @typedef {{ fondsId: import("#contract/fonds").FondsId; year: number }} Scope
 */

/**
 * @param {Papers} papers
 * @param {string} out an empty folder
 * @param {Steps} steps
 * @returns {Promise<Made>}
 */
export async function walkEngineLine(papers, out, steps) {
  const engine = openEngine({ noteFault });
  try {
    const archive = await makeArchive(engine, papers, out, steps);
    const pageIds = await takeIn(engine, papers, steps);
    const fonds = (await engine.ask("fonds.list", {}))[0];
    must(fonds !== undefined, "the archive has no fonds");
    const scope = { fondsId: fonds.id, year: papers.year };
    const items = await makeItems(engine, papers, scope, pageIds, steps);
    await fileYear(engine, scope, items, steps);
    await writeCatalogue(engine, scope, out, steps);
    const written = await writePackage(engine, scope, out, steps);
    steps.begin("check the journal and make the backup");
    const journal = await engine.ask("journal.verify", {});
    must(journal.isWhole && journal.entryCount > 0, "the journal is broken");
    const { backup } = await engine.ask("archive.close", {});
    must(backup !== null && backup.files > 0, "no backup was made on closing");
    steps.say(`backup: ${backup.folder} (${backup.files} files)`);
    const pages = [...pageIds.values()].reduce((sum, ids) => sum + ids.length, 0);
    const firstTitle = papers.items[0]?.facts.title ?? "";
    return { ...archive, ...written, year: papers.year, firstTitle, pages, items };
  } finally {
    await engine.close();
  }
}

/**
 * What the window wrote is there when the archive is opened once more, and the journal has no gap.
 * @param {Made} made
 * @param {Steps} steps
 */
export async function reopenArchive({ archive, passphrase, items }, steps) {
  steps.begin("open the archive once more");
  const engine = openEngine({ noteFault });
  try {
    await engine.ask("archive.unlock", { folder: archive, passphrase });
    const { filedCount, draftCount, trayPageCount } = await engine.ask("home.show", {});
    must(filedCount === items && draftCount === 1 && trayPageCount === 0, "the item made in the window is not there");
    const { isWhole, entryCount } = await engine.ask("journal.verify", {});
    must(isWhole, "the journal is broken");
    steps.say(`journal: ${entryCount} entries, whole`);
  } finally {
    await engine.close();
  }
}

/**
 * @param {Engine} engine
 * @param {Papers} papers
 * @param {string} out
 * @param {Steps} steps
 */
async function makeArchive(engine, { fonds }, out, steps) {
  steps.begin("create the archive");
  const archive = path.join(out, `${fonds.name}.lindang`);
  const passphrase = Array.from({ length: 4 }, () => String(randomInt(1000, 10_000))).join("-");
  const note = path.join(out, "口令.txt");
  await writeFile(note, `${passphrase}\n`, { mode: 0o600 });
  const backups = path.join(out, "备份");
  await mkdir(backups);
  const { recoveryGroups } = await engine.ask("archive.create", {
    folder: archive,
    name: fonds.name,
    passphrase,
    fonds,
  });
  steps.say(`archive: ${archive}`);
  steps.say(`passphrase: ${note} (of this demo only)`);

  steps.begin("type the recovery sheet back");
  const to = path.join(out, "恢复单.pdf");
  await engine.ask("recovery.save-sheet", { groups: recoveryGroups, to });
  await engine.ask("recovery.confirm", { groups: await readSheet(to) });
  const session = await engine.ask("archive.session", {});
  must(session !== null && !session.recoveryUnconfirmed, "the recovery sheet is still unconfirmed");
  await engine.ask("settings.revise", { backupFolder: backups });
  steps.say(`recovery sheet: ${to} (typed back from the paper)`);
  return { archive, passphrase };
}

/**
 * @param {Engine} engine
 * @param {Papers} papers
 * @param {Steps} steps
 * @returns {Promise<Map<string, import("#contract/scan").PageId[]>>} pages by path of their file
 */
async function takeIn(engine, papers, steps) {
  const paths = papers.items.flatMap((item) => filesOf(papers, item));
  steps.begin(`take ${paths.length} files in`);
  const { outcomes, pageCount, rejectedCount } = await engine.ask("scan.accept", { paths });
  for (const { path: file, outcome, message } of outcomes)
    if (outcome !== "accept") process.stderr.write(`demo: ${outcome} ${path.basename(file)}: ${message}\n`);
  must(rejectedCount === 0 && outcomes.length === paths.length, `${rejectedCount} files were rejected`);
  const scanned = outcomes.filter((each) => each.path.endsWith(".jpg")).length;
  must(scanned === 22 && pageCount > scanned, `${scanned} scanned pages and ${pageCount} pages in all`);
  steps.say(
    `pages: ${pageCount} taken in from ${papers.folder} (${scanned} scanned pages, PDF of ${pageCount - scanned})`,
  );
  return new Map(outcomes.map((outcome) => [outcome.path, [...outcome.pageIds]]));
}

/**
 * @param {Engine} engine
 * @param {Papers} papers
 * @param {Scope} scope
 * @param {Map<string, import("#contract/scan").PageId[]>} pageIds
 * @param {Steps} steps
 * @returns {Promise<number>} items made
 */
async function makeItems(engine, papers, { fondsId, year }, pageIds, steps) {
  const wanted = papers.items.filter((item) => !item.isLate);
  steps.begin(`make and describe ${wanted.length} items`);
  const matters = await engine.ask("matter.list", {});
  for (const { facts, parts } of wanted) {
    const arranged = parts.map(({ kind, title, files }) => ({
      kind,
      title,
      pageIds: files.flatMap((name) => pageIds.get(path.join(papers.folder, name)) ?? []),
    }));
    const made = await engine.ask("item.make", { pageIds: [], parts: arranged });
    const { matter, documentDate, ...words } = facts;
    const matterId = matters.find((each) => each.code === matter)?.id;
    must(matterId !== undefined, `no matter ${matter}`);
    const { item, warnings } = await engine.ask("item.describe", {
      id: made.item.id,
      revision: made.item.revision,
      fields: { ...words, fondsId, year, matterId, documentDate: archivalDate.parse(documentDate), access: "open" },
    });
    for (const { message } of warnings) process.stderr.write(`demo: ${item.title}: ${message}\n`);
    const counted = arranged.reduce((sum, part) => sum + part.pageIds.length, 0);
    must(item.pageCount === counted && item.parts.length === parts.length, `${item.title} lost a page or a part`);
    steps.say(`item: ${item.title} (${item.parts.map((part) => `${part.kind} ${part.pages.length}`).join(", ")})`);
  }
  must(wanted.length >= 3, "fewer than three items");
  return wanted.length;
}

/**
 * @param {Engine} engine
 * @param {Scope} scope
 * @param {number} items
 * @param {Steps} steps
 */
async function fileYear(engine, scope, items, steps) {
  steps.begin(`file the year ${scope.year}`);
  const { problems, planDigest } = await engine.ask("filing.preview", scope);
  must(problems.length === 0, `not ready to be filed: ${problems.map(({ message }) => message).join(" ")}`);
  const { filedCount, units } = await engine.ask("filing.commit", { ...scope, planDigest });
  must(filedCount === items, `${filedCount} of ${items} items were filed`);
  for (const unit of units) steps.say(`filed: ${unit.firstCode} … ${unit.lastCode} (${unit.itemCount})`);
}

/**
 * @param {Engine} engine
 * @param {Scope} scope
 * @param {string} out
 * @param {Steps} steps
 */
async function writeCatalogue(engine, scope, out, steps) {
  steps.begin("write the catalogue");
  const folder = path.join(out, "目录");
  await mkdir(folder);
  const shown = await engine.ask("catalogue.show", { scope });
  for (const form of /** @type {const} */ (["pdf", "xlsx"])) {
    const to = path.join(folder, `归档文件目录-${scope.year}.${form}`);
    const ofForm = { formId: formId.parse("item-catalogue"), scope: /** @type {const} */ ({ by: "class", ...scope }) };
    const written = await engine.ask("form.write", { ...ofForm, output: form, to });
    must(isSameProof(written.proof, shown.proof), `the ${form} does not have the rows of the screen`);
    steps.say(`catalogue: ${to} (${written.pageCount} pages, ${written.bytes} bytes)`);
  }
  steps.say(`proof: ${sayFormProof(shown.proof)}`);
}

/**
 * @param {Engine} engine
 * @param {Scope} scope
 * @param {string} out
 * @param {Steps} steps
 */
async function writePackage(engine, scope, out, steps) {
  steps.begin("write the package and verify it");
  const into = path.join(out, "移交");
  await mkdir(into);
  const written = await engine.ask("package.write", { ...scope, into });
  must(written.report.verdict === "valid", `the package is ${written.report.verdict}: ${say(written.report)}`);
  const report = await engine.ask("package.verify", { path: written.path });
  must(report.verdict === "valid", `the package on disk is ${report.verdict}: ${say(report)}`);
  steps.say(`package: ${written.path} (${written.fileCount} files, ${written.bytes} bytes, ${report.verdict})`);

  steps.begin("check the package a second time with sha256sum");
  const { payloadFiles, tagFiles } = await checkDigests(written.path);
  steps.say(`sha256sum -c: ${payloadFiles} payload files and ${tagFiles} tag files OK`);
  return { packagePath: written.path, files: written.fileCount, bytes: written.bytes, verdict: report.verdict };
}

/** @param {import("#contract/package-report").PackageReport} report */
const say = ({ problems }) => problems.map(({ code, file }) => `${code} ${file}`).join(", ");
