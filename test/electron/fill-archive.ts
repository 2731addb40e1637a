// An archive with some of everything in it, written through the wire: a closed year, an open one, volumes, a group,
// boxes on shelves, registers of the office and of the archive room.
import { archivalDate } from "#contract/archival-date";
import type { Fonds, Matter } from "#contract/fonds";
import type { ItemId } from "#contract/item";
import type { Desk } from "./launch.ts";
import { startArchive } from "./start-archive.ts";

const longTitle =
  "关于进一步做好梧桐里社区老旧小区改造意愿征集、楼道环境整治、加装电梯协商议事和物业服务满意度调查有关工作的通知及附件";
const kinds = ["会议纪要", "工作总结", "请示", "居民公约修订说明", "物业服务满意度调查统计表"];
const titleOf = (at: number): string =>
  at % 9 === 0 ? `${longTitle}（${at + 1}）` : `梧桐里社区${kinds[at % kinds.length]}（${at + 1}）`;

/** Makes papers of one class and year; every sixth is for ten years. */
async function makePapers(
  desk: Desk,
  { fonds, matters, year, count }: { fonds: Fonds; matters: readonly Matter[]; year: number; count: number },
): Promise<ItemId[]> {
  const made: ItemId[] = [];
  for (let at = 0; at < count; at++) {
    const { item } = await desk.ask("item.make", {
      pageIds: [],
      fields: {
        fondsId: fonds.id,
        category: "WS",
        title: titleOf(at),
        creator: fonds.unit,
        documentNumber: `梧居〔${year}〕${at + 1}号`,
        documentDate: archivalDate.parse(`${year}-${String(1 + (at % 12)).padStart(2, "0")}-1${at % 9}`),
        year,
        retention: at % 6 === 5 ? "D10" : "Y",
        matterId: matters[at % 2]?.id ?? null,
        paperPageCount: 3 + ((at * 7) % 40),
      },
    });
    made.push(item.id);
  }
  return made;
}

/** Numbers a class of a year, puts it into boxes on shelves, and closes it. */
async function closeYear(desk: Desk, fonds: Fonds, year: number): Promise<void> {
  const scope = { fondsId: fonds.id, category: "WS", year };
  const { planDigest } = await desk.ask("filing.preview", scope);
  await desk.ask("filing.commit", { ...scope, planDigest });
  const boxes = await desk.ask("box.plan", scope);
  await desk.ask("box.commit", { ...scope, planDigest: boxes.planDigest });
  const signed = {
    arrangedBy: "王敏",
    arrangedOn: `${year + 1}-05-06`,
    checkedBy: "李芳",
    checkedOn: `${year + 1}-05-07`,
  };
  await desk.ask("box.sign", { ...scope, ...signed } as never);
  await desk.ask("shelf-place.define", { room: "档案室", from: 1, count: 2, tiers: 5, slots: 8 } as never);
  const { places, boxes: shelved } = await desk.ask("shelf-place.map", {});
  const from = places[0]?.id;
  if (from) await desk.ask("shelf-place.fill", { boxIds: shelved.map((box) => box.boxId), from } as never);
  const { checkDigest } = await desk.ask("filing-year.check", scope);
  await desk.ask("filing-year.close", { ...scope, checkDigest });
}

/** One volume filed, one being put together. */
async function makeVolumes(desk: Desk, fonds: Fonds, matter: Matter | undefined): Promise<void> {
  for (const [at, name] of ["社区服务中心屋面修缮工程", "社区服务中心消防改造工程"].entries()) {
    const itemIds: ItemId[] = [];
    for (const part of ["施工合同", "竣工图", "验收报告"]) {
      const { item } = await desk.ask("item.make", {
        pageIds: [],
        fields: {
          fondsId: fonds.id,
          category: "KJ",
          matterId: matter?.id ?? null,
          title: `${name}${part}`,
          creator: fonds.unit,
          documentDate: archivalDate.parse("2023-09-12"),
          year: 2023,
          retention: "Y",
          paperPageCount: 12,
        },
      });
      itemIds.push(item.id);
    }
    const signed =
      at === 0 ? { compiledBy: "王敏", compiledOn: "2024-03-01", checkedBy: "李芳", checkedOn: "2024-03-02" } : {};
    const fields = {
      ...{
        title: name,
        unit: fonds.unit,
        beginDate: "2023-09-12",
        endDate: "2023-09-12",
        year: at === 0 ? 2023 : 2024,
      },
      ...{ retention: "Y", matterId: matter?.id ?? null, ...signed },
    };
    await desk.ask("volume.make", { fondsId: fonds.id, category: "KJ", fields, itemIds } as never);
  }
  const scope = { fondsId: fonds.id, category: "KJ", year: 2023 };
  const { planDigest } = await desk.ask("volume.preview-filing", scope);
  await desk.ask("volume.file", { ...scope, planDigest });
}

async function keepRegisters(desk: Desk, fonds: Fonds): Promise<void> {
  for (let at = 0; at < 8; at++) {
    await desk.ask("register.add", {
      fields: {
        ...{ fondsId: fonds.id, kind: at % 4 === 3 ? "outgoing" : "incoming", happenedOn: `2026-03-0${at + 1}` },
        ...{ correspondent: "长青街道办事处", creator: "", documentNumber: `长街办〔2026〕${at + 1}号` },
        ...{ documentDate: "2026-02-20", title: titleOf(at), copies: 1, pageCount: 4, access: "internal" },
        ...{ neutralTitle: "", remark: "", matterId: null, retention: null, scheduleRowId: null },
        ...{ handler: "民政岗", dueOn: "2026-03-31" },
      },
      securityMark: "",
    } as never);
  }
  const room = { room: "档案室", readOn: "2026-03-02", readTime: "09:00", recorder: "王敏" };
  await desk.ask("climate-reading.keep", { ...room, temperature: 27.5, humidity: 66, measure: "开除湿机" });
}

/** Creates and fills an archive; the window still has to be told (reload). */
export async function fillArchive(desk: Desk): Promise<Fonds> {
  await startArchive(desk);
  const [fonds] = await desk.ask("fonds.list", {});
  if (!fonds) throw new Error("no fonds");
  const all = await desk.ask("matter.list", {});
  const matters = all.filter((each) => each.category === "WS" && !each.isParty);
  await makePapers(desk, { fonds, matters, year: 2024, count: 18 });
  await closeYear(desk, fonds, 2024);
  await makePapers(desk, { fonds, matters, year: 2025, count: 12 });
  await desk.ask("item.make", { pageIds: [], fields: { fondsId: fonds.id, title: longTitle, paperPageCount: 3 } });
  await makeVolumes(
    desk,
    fonds,
    all.find((each) => each.category === "KJ"),
  );
  const group = { title: "重阳节敬老活动", year: 2025, retention: "D30", unit: fonds.unit };
  await desk.ask("group.make", { fondsId: fonds.id, category: "ZP", fields: group } as never);
  await keepRegisters(desk, fonds);
  return fonds;
}
