import { Button } from "antd";
import type { ReactNode } from "react";
import type { DigitalFile } from "#contract/digital-file";
import type { Item } from "#contract/item";
import { saveOriginal, supplyCopy } from "#bridge/digital-file";
import { digitalFacts, digitalText } from "#text/digital-file";
import { FactList } from "#ui/fact-list";
import { OfdFacts } from "./ofd-facts.tsx";

/** Digital files of an item: what they are, the original saved outside, the reading copy attached and saved. */
export function ItemFiles({ item, onChanged }: { readonly item: Item; readonly onChanged: () => void }): ReactNode {
  const files = item.parts.flatMap((part) => part.files.map((file) => ({ file, kind: part.kind })));
  if (files.length === 0) return null;
  const supply = async (file: DigitalFile): Promise<void> => {
    await supplyCopy(file);
    onChanged();
  };
  return (
    <section className="item-files" aria-label={digitalText.title}>
      <b>{digitalText.count(files.length)}</b>
      {files.map(({ file, kind }) => (
        <div key={file.id}>
          <p className="row">
            <span className="quiet">{kind}</span>
            <span className="grow cut" title={file.sourceName}>
              {file.sourceName}
            </span>
            {file.hasMacro && <span className="mark mark-look">{digitalText.macro}</span>}
            {file.awaitsReadingCopy && <span className="mark">{digitalText.awaiting}</span>}
          </p>
          {digitalText.warnings(file).map((sentence) => (
            <p key={sentence} className="tone-look small">
              {sentence}
            </p>
          ))}
          <FactList facts={digitalFacts(file)} />
          {file.format === "ofd" && <OfdFacts id={file.id} />}
          <p className="row">
            {item.access !== "restricted" && (
              <Button size="small" onClick={() => void saveOriginal(file)}>
                {digitalText.saveAs}
              </Button>
            )}
            <Button size="small" onClick={() => void supply(file)}>
              {file.readingCopy ? digitalText.supplyAgain : digitalText.supply}
            </Button>
            {file.readingCopy && item.access !== "restricted" && (
              <Button size="small" onClick={() => void saveOriginal(file, true)}>
                {digitalText.saveCopy}
              </Button>
            )}
          </p>
        </div>
      ))}
    </section>
  );
}
