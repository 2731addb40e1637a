import type { ReactNode } from "react";
import { accessClassLabel } from "#contract/access";
import type { Fonds } from "#contract/fonds";
import type { Item } from "#contract/item";
import { carrierLabel, holdingLabel } from "#contract/place-of-item";
import { retentionLabel } from "#contract/retention";
import type { PageProps } from "#bridge/place";
import { useRead } from "#bridge/use-read";
import { sayDay } from "#text/format";
import { itemText } from "#text/item";
import { FiledActs } from "./filed-acts.tsx";

type Props = { readonly item: Item; readonly allFonds: readonly Fonds[]; readonly go: PageProps["go"] };

const words = itemText.fields;

/** A filed item: its description to read and copy; what can still become of it happens elsewhere. */
export function ItemFacts({ item, allFonds, go }: Props): ReactNode {
  const matters = useRead("matter.list", {});
  const matter = matters.value?.find((each) => each.id === item.matterId);
  const category = useRead("category.list", {}).value?.find((each) => each.code === item.category);
  const where = useRead("item.whereabouts", { id: item.id }).value;
  const fonds = allFonds.find((each) => each.id === item.fondsId);
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.title, item.title],
    ...(item.access === "restricted" ? [[words.neutralTitle, item.neutralTitle] as const] : []),
    [words.creator, item.creator],
    [words.documentNumber, item.documentNumber],
    [words.documentDate, item.documentDate],
    [words.year, item.year],
    [words.retention, item.retention && retentionLabel(item.retention)],
    [words.matterId, matter && `${matter.code} ${matter.name}`],
    [words.securityMark, item.securityLevel],
    [words.access, accessClassLabel[item.access]],
    [words.paperPageCount, itemText.pages(item.pageCount)],
    [words.remark, item.remark],
    [words.fondsId, fonds && [fonds.code, fonds.name].filter(Boolean).join(" ")],
    [words.category, category && `${category.name} ${category.code}`],
    [words.affair, item.affair],
    [words.carrier, carrierLabel[item.carrier]],
    [itemText.holding, holdingLabel[item.holding]],
    [itemText.shelf, where?.shelf],
    ...(where?.formerCodes ?? []).map(
      ({ archivalCode, until, reason }, at) =>
        [itemText.formerCode(at + 1), `${archivalCode}（${sayDay(until)} ${reason}）`] as const,
    ),
  ];
  return (
    <section className="item-form" aria-label={itemText.form}>
      <div className="item-fields">
        <div className="filed-note">
          <p className="row">
            <span className="archival-code grow">{item.archivalCode}</span>
            <span className="mark mark-proved">{itemText.states.filed}</span>
          </p>
          <div className="row">
            <p className="quiet small grow">{itemText.filedOn(item.filedAt ? sayDay(item.filedAt) : "")}</p>
            <FiledActs item={item} go={go} />
          </div>
        </div>
        <dl className="facts" id="title" tabIndex={-1}>
          {facts.map(([label, value]) => (
            <div key={label} className="fact">
              <dt>{label}</dt>
              <dd>{value || <span className="quiet">{itemText.noValue}</span>}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}
