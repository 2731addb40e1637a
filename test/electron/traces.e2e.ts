// Nothing in clear beside the archive (house 3.1): planted words are looked for in everything the desk leaves on disk.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { formId } from "#contract/form-adjustment";
import { jpegPage } from "#test/fixtures/scanned-page";
import { filesBelow, findPlanted } from "./find-planted.ts";
import { newHome, openDesk, removeHome } from "./launch.ts";
import { enginePid } from "./process-tree.ts";
import { createArchive, passphrase } from "./start-archive.ts";

const title = "关于梧桐里三号楼加装电梯的请示";
const person = "欧阳测试";
const remark = "经办人手机一三九零零";

test("no planted word, passphrase or page byte lies in profile, archive, backup or temporary folders", async () => {
  const home = newHome();
  const [temporary, runtime, inbox, backup] = ["tmp", "run", "inbox", "backup"].map((name) => join(home, name));
  for (const folder of [temporary, runtime, inbox, backup]) mkdirSync(String(folder), { mode: 0o700 });
  const desk = await openDesk(home, [], { TMPDIR: temporary, XDG_RUNTIME_DIR: runtime });
  const image = await jpegPage({ seed: 77 });
  const source = join(String(inbox), "page.jpg");
  writeFileSync(source, image);

  const session = await createArchive(desk);
  await desk.ask("settings.revise", { backupFolder: String(backup) });
  const { outcomes } = await desk.ask("scan.accept", { paths: [source], securityMark: "" });
  const pageIds = outcomes.flatMap((each) => each.pageIds);
  const [fonds] = await desk.ask("fonds.list", {});
  if (!fonds) throw new Error("a new archive has its first fonds");
  const matter = await desk.ask("matter.add", { fondsId: fonds.id, code: "ZHZ", name: "综合" });
  await desk.ask("item.make", {
    pageIds,
    fields: {
      fondsId: fonds.id,
      matterId: matter.id,
      title,
      creator: person,
      remark,
      year: 2023,
      retention: "Y",
      documentDate: "2023-05-06" as never,
    },
    securityMark: "",
  });
  expect((await desk.ask("search.find", { words: "加装电梯" })).rows.map((row) => row.title)).toEqual([title]);
  const plan = await desk.ask("filing.preview", { fondsId: fonds.id, year: 2023 });
  await desk.ask("filing.commit", { fondsId: fonds.id, year: 2023, planDigest: plan.planDigest });
  const preview = await desk.ask("form.preview", {
    formId: formId.parse("item-catalogue"),
    scope: { by: "class", fondsId: fonds.id, year: 2023, category: "WS" },
  });
  await desk.page.evaluate(
    async ([page, document_]) => {
      for (const variant of ["image", "thumbnail"]) {
        const picture = new Image();
        picture.src = `app://page/${page}/${variant}`;
        document.body.append(picture);
        await picture.decode();
      }
      await fetch(`app://document/${document_}`).then((answer) => answer.arrayBuffer());
    },
    [String(pageIds[0]), preview.documentId] as const,
  );
  await desk.refusal("archive.unlock", { folder: session.folder, passphrase: `${passphrase} falsch` });

  // Pieces of the page from its middle: the beginning of a JPEG is the same in every file.
  const middle = Math.floor(image.length / 2);
  const planted = [title, "加装电梯的请示", person, remark, passphrase, image.subarray(middle, middle + 48)];
  const searched = [
    desk.profile,
    session.folder,
    String(temporary),
    String(runtime),
    String(backup),
    join(home, "cache"),
  ];
  const present = (): string[] =>
    searched.filter((folder) => filesBelow([home]).some((file) => file.startsWith(folder)));
  expect(findPlanted([String(inbox)], [image.subarray(middle, middle + 48)])).toHaveLength(1);
  expect(findPlanted(present(), planted)).toEqual([]);

  process.kill(enginePid(desk.app.process().pid ?? 0), "SIGKILL");
  expect(findPlanted(present(), planted)).toEqual([]);
  await expect.poll(() => desk.refusal("archive.session", {}), { timeout: 15_000 }).toBe("none");
  await desk.ask("archive.unlock", { folder: session.folder, passphrase });
  await desk.close();
  expect(filesBelow([String(backup)]).length).toBeGreaterThan(0);
  expect(findPlanted(present(), planted)).toEqual([]);
  removeHome(home);
});
