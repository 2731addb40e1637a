import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { residentSecret, type ResidentId } from "#contract/resident";
import { useRead } from "#bridge/use-read";
import { bridgeText } from "#text/bridge";
import { ethnicityText, residentText } from "#text/resident";
import { FactList } from "#ui/fact-list";
import { Problem } from "#ui/problem";
import { ConsentList } from "./consent-list.tsx";
import { EthnicityDialog } from "./ethnicity-dialog.tsx";
import { HouseholdDialog } from "./household-dialog.tsx";
import { JoinDialog } from "./join-dialog.tsx";
import { ResidentDialog } from "./resident-dialog.tsx";
import { SecretLine } from "./secret-line.tsx";

type Props = { readonly id: ResidentId; readonly onOpen: (id: ResidentId) => void };
const words = residentText.fields;
const said = (value: string): string => value || residentText.blank;

/** What is needed to fill a form, sealed values masked; nothing that leads on to rows (P4). */
export function ResidentRecord({ id, onOpen }: Props): ReactNode {
  const { value: resident, problem, lookAgain } = useRead("resident.read", { id });
  const same = useRead("resident.same-person", { id }).value ?? [];
  const [dialog, setDialog] = useState<"" | "edit" | "household" | "join" | "ethnicity">("");
  if (problem) return <Problem {...problem} again={{ words: bridgeText.again, run: lookAgain }} />;
  if (!resident) return null;
  const { household, isRestricted } = resident;
  const close = (): void => setDialog("");
  return (
    <section className="resident-record" aria-label={residentText.record}>
      <header>
        <h2>{resident.name}</h2>
        {isRestricted && <span className="mark mark-look">{residentText.restricted}</span>}
        <span className="grow" />
        {same.length > 0 && !isRestricted && (
          <Button onClick={() => setDialog("join")}>
            {residentText.sameFound(same.length)}：{residentText.compare}
          </Button>
        )}
        <Button disabled={isRestricted} onClick={() => setDialog("edit")}>
          {residentText.edit}
        </Button>
      </header>
      {isRestricted && <p className="tone-look">{residentText.restrictedNote}</p>}
      <FactList
        facts={[
          [words.sex, said(resident.sex)],
          [words.bornOn, said(resident.bornOn)],
          [words.phone, said(resident.phone)],
        ]}
      />
      {residentSecret.options.map((field) => (
        <SecretLine
          key={field}
          label={words[field]}
          isKept={resident.masked.includes(field)}
          isRestricted={isRestricted}
          question={{ name: "resident.reveal", input: { id: resident.id, field } }}
        />
      ))}
      <section aria-label={words.household}>
        <header>
          <h3>{words.household}</h3>
          <span className="grow" />
          {household && (
            <Button size="small" onClick={() => setDialog("household")}>
              {residentText.editHousehold}
            </Button>
          )}
        </header>
        <FactList
          facts={[
            [words.number, said(household?.number ?? "")],
            [words.address, said(household?.address ?? "")],
            [words.grid, said(household?.grid ?? "")],
          ]}
        />
      </section>
      <ConsentList resident={resident} />
      <section aria-label={ethnicityText.title}>
        <header>
          <h3>{ethnicityText.title}</h3>
          <span className="grow" />
          <Button size="small" onClick={() => setDialog("ethnicity")}>
            {ethnicityText.open}
          </Button>
        </header>
        <p className="quiet">{ethnicityText.note}</p>
      </section>
      {dialog === "edit" && <ResidentDialog before={resident} onDone={close} onOpen={onOpen} onCancel={close} />}
      {dialog === "household" && household && <HouseholdDialog before={household} onDone={close} onCancel={close} />}
      {dialog === "join" && same[0] && (
        <JoinDialog resident={resident} same={same} onJoined={onOpen} onCancel={close} />
      )}
      {dialog === "ethnicity" && <EthnicityDialog resident={resident} onClose={close} />}
    </section>
  );
}
