// The program of the helper process that checks strangers' packages: their lists and XML are read here, without key or archive.
import { Refusal } from "#contract/refusal";
import { Refused, serveQuestions } from "#engine/helper/serve-questions";
import type { PackageProgress } from "./check-digests.ts";
import type { PackageAnswer, PackageQuestion } from "./check-package-apart.ts";
import { verifyPackage } from "./verify-package.ts";
import { verifyTransferFolder } from "./verify-transfer-tree.ts";

serveQuestions(Number(process.argv[2]), async (given, emit, beat) => {
  const { task, path } = given as PackageQuestion;
  const tell = (answer: PackageAnswer): Promise<void> => emit(answer);
  // Progress never holds the check up: while one report is on its way the next ones are passed over.
  let isSaying = false;
  const progress = (at: PackageProgress): void => {
    beat();
    if (isSaying) return;
    isSaying = true;
    void tell({ kind: "progress", at }).then(() => (isSaying = false));
  };
  try {
    const report = task === "bag" ? await verifyPackage(path, { progress }) : await verifyTransferFolder(path);
    await tell({ kind: "report", report });
  } catch (error) {
    if (error instanceof Refusal) throw new Refused(error.code, error.details);
    throw error;
  }
});
