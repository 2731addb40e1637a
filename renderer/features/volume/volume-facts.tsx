import { Button } from "antd";
import type { ReactNode } from "react";
import type { Matter } from "#contract/fonds";
import { retentionLabel } from "#contract/retention";
import type { Volume } from "#contract/volume";
import { useRead } from "#bridge/use-read";
import { sayDay } from "#text/format";
import { volumeText } from "#text/volume";

type Props = { readonly volume: Volume; readonly matters: readonly Matter[]; readonly onUnfile: () => void };

const words = volumeText.fields;

/** A filed volume to read and copy; its only act is to be taken back. */
export function VolumeFacts({ volume, matters, onUnfile }: Props): ReactNode {
  const former = useRead("volume.former-codes", { id: volume.id });
  const matter = matters.find((each) => each.id === volume.matterId);
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.title, volume.title],
    [words.unit, volume.unit],
    [words.beginDate, volume.beginDate],
    [words.endDate, volume.endDate],
    [words.year, volume.year],
    [words.retention, volume.retention && retentionLabel(volume.retention)],
    [words.matterId, matter && `${matter.code} ${matter.name}`],
    ...(volume.voucherFrom ? [[words.voucherFrom, `${volume.voucherFrom} — ${volume.voucherTo}`] as const] : []),
    [words.note, volume.note],
    [words.seeAlso, volume.seeAlso],
    [words.compiledBy, [volume.compiledBy, volume.compiledOn].filter(Boolean).join(" ")],
    [words.checkedBy, [volume.checkedBy, volume.checkedOn].filter(Boolean).join(" ")],
    [
      volumeText.formerCodes,
      former.value?.map((each) => (
        <div key={each.until} className="archival-code small">
          {each.archivalCode} <span className="quiet">{each.reason}</span>
        </div>
      )),
    ],
  ];
  return (
    <section className="item-form" aria-label={volumeText.form}>
      <div className="item-fields">
        <div className="filed-note">
          <p className="row">
            <span className="archival-code grow">{volume.archivalCode}</span>
            <span className="mark mark-proved">{volumeText.states.filed}</span>
          </p>
          <p className="quiet small">{volumeText.filedOn(volume.filedAt ? sayDay(volume.filedAt) : "")}</p>
        </div>
        <dl className="facts" id="title" tabIndex={-1}>
          {facts.map(([label, value]) => (
            <div key={label} className="fact">
              <dt>{label}</dt>
              <dd>
                {!value || (Array.isArray(value) && value.length === 0) ? (
                  <span className="quiet">{volumeText.noValue}</span>
                ) : (
                  value
                )}
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <footer className="item-foot">
        <span className="grow" />
        <Button type="text" onClick={onUnfile}>
          {volumeText.unfile}
        </Button>
      </footer>
    </section>
  );
}
