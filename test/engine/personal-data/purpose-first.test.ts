// P1: nothing is written down of a person before its purpose and basis are said, and nothing sensitive before it was assessed; what
// rests on consent waits for the consent, and for a guardian's under fourteen.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archivalDate } from "#contract/archival-date";
import { ledgerCode, type Ledger } from "#contract/ledger";
import type { LedgerColumn } from "#contract/ledger-column";
import { wholeDay } from "#contract/whole-day";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { column, openLedgerOf } from "#test/support/ledger-archive";

let archive: TestArchive;
const ask: TestArchive["engine"]["ask"] = (...given) => archive.engine.ask(...given);
beforeAll(async () => void (archive = await freshArchive()));
afterAll(() => archive.remove());

const day = column({ key: "happenedOn", heading: "发生日期", kind: "date", part: "occurred" });
const who = column({ key: "who", heading: "居民", kind: "person", personal: "personal" });
const illness = column({ key: "illness", heading: "病情", kind: "text", personal: "sensitive" });

function make(code: string, columns: readonly LedgerColumn[], more: object): Promise<Ledger> {
  const words = { name: `试${code}`, purpose: "办理帮扶", basis: "duty", basisWords: "《社会救助暂行办法》" } as const;
  const template = { code: ledgerCode.parse(code), columns: [...columns], ...words, ...more };
  return ask("ledger.make", { fondsId: archive.fondsId, origin: "own", template });
}
const open = ({ id, revision }: Ledger): Promise<Ledger> => ask("ledger.open", { id, revision });
const write = (ledgerId: Ledger["id"], cells: object, links: object = {}): Promise<unknown> =>
  ask("ledger.write-rows", { ledgerId, kind: "enter", rows: [{ cells, links } as never] });

describe("a ledger with personal data does not open", () => {
  it("without a purpose", async () => {
    const opened = make("no-purpose", [day, who], { purpose: "" }).then(open);
    await expect(opened).rejects.toMatchObject({ code: "ledger-basis-missing" });
  });

  it("without a basis, and not as one that holds no personal data", async () => {
    await expect(make("no-basis", [day, who], { basisWords: "" }).then(open)).rejects.toMatchObject({
      code: "ledger-basis-missing",
    });
    await expect(make("as-none", [day, who], { basis: "none", basisWords: "" }).then(open)).rejects.toMatchObject({
      code: "ledger-basis-missing",
    });
  });

  it("with a sensitive column before its assessment, nor takes a row as a draft", async () => {
    const made = await make("unassessed", [day, who, illness], {});
    await expect(open(made)).rejects.toMatchObject({ code: "ledger-not-assessed" });
    await expect(write(made.id, { happenedOn: "2024-03-05" })).rejects.toMatchObject({ code: "ledger-not-open" });
  });
});

describe("a ledger that rests on consent", () => {
  it("takes no row of a person who did not consent, and none sensitive on an ordinary consent", async () => {
    const ledger = await openLedgerOf(archive, [day, who, illness], "on-consent", "consent");
    const adult = await ask("resident.add", {
      name: "钱阿大",
      sex: "男",
      bornOn: archivalDate.parse("1980-01-01"),
      phone: "",
    });
    const cells = { happenedOn: "2024-03-05", who: adult.name };
    const links = { who: adult.id };
    await expect(write(ledger.id, cells, links)).rejects.toMatchObject({ code: "consent-missing" });
    const given = { residentId: adult.id, ledgerId: ledger.id, givenOn: wholeDay.parse("2024-01-05") };
    const { id } = await ask("consent.give", { ...given, scope: "ordinary" });
    await write(ledger.id, cells, links);
    await expect(write(ledger.id, { ...cells, illness: "高血压" }, links)).rejects.toMatchObject({
      code: "consent-sensitive-missing",
    });
    await ask("consent.withdraw", { id, withdrawnOn: wholeDay.parse("2024-02-05") });
    await expect(write(ledger.id, cells, links)).rejects.toMatchObject({ code: "consent-missing" });
  });

  it("takes nobody who is typed where residents are picked, and nothing of a person without one", async () => {
    const phone = column({
      ...{ key: "phone", heading: "电话", kind: "text", personal: "personal" },
      rules: { format: "phone" },
    });
    const ledger = await openLedgerOf(archive, [day, who, phone], "typed-names", "consent");
    for (const cells of [{ who: "钱阿大" }, { phone: "13912340066" }, { who: "钱阿大", phone: "13912340066" }])
      await expect(write(ledger.id, { happenedOn: "2024-03-05", ...cells })).rejects.toMatchObject({
        code: "consent-person-missing",
      });
    await write(ledger.id, { happenedOn: "2024-03-05" });
  });

  it("takes the consent for a child under fourteen from a guardian alone", async () => {
    const ledger = await openLedgerOf(archive, [day, who], "of-children", "consent");
    const bornOn = archivalDate.parse(`${new Date().getFullYear() - 6}-01-01`);
    const child = await ask("resident.add", { name: "钱小小", sex: "女", bornOn, phone: "" });
    const given = {
      residentId: child.id,
      ledgerId: ledger.id,
      scope: "ordinary",
      givenOn: wholeDay.parse("2024-01-05"),
    } as const;
    await expect(ask("consent.give", given)).rejects.toMatchObject({ code: "guardian-missing" });
    await ask("consent.give", { ...given, guardian: "钱阿大（父亲）" });
  });
});
