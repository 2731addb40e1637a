import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { levelOrderLabel, type Scheme } from "#contract/scheme";
import { useWrite } from "#bridge/use-write";
import { schemeText } from "#text/scheme";
import { SchemeForm } from "./scheme-form.tsx";

type Props = { readonly schemes: readonly Scheme[]; readonly newest: Scheme; readonly isFixed: boolean };

/** The order of levels in force, its versions, and the way to another. */
export function SchemeCard({ schemes, newest, isFixed }: Props): ReactNode {
  const [isEditing, setEditing] = useState(false);
  const [write, isBusy] = useWrite();
  if (isEditing) return <SchemeForm newest={newest} onDone={() => setEditing(false)} />;
  return (
    <article className="fonds-card stack" aria-label={schemeText.levels}>
      <div className="row wrap">
        <h3 className="grow">
          {schemeText.levels}：{levelOrderLabel[newest.levelOrder]}
        </h3>
        {!isFixed && <Button onClick={() => setEditing(true)}>{schemeText.revise}</Button>}
      </div>
      <ul className="stack" aria-label={schemeText.versions}>
        {schemes.map((each) => (
          <li key={each.id} className="row wrap">
            <span className="mark">{schemeText.version(each.number)}</span>
            <span>{schemeText.since(each.fromYear)}</span>
            <span>{levelOrderLabel[each.levelOrder]}</span>
            <span className="quiet grow">
              {each.name}
              {each.source && ` · ${each.source}`}
              {each.note && ` · ${each.note}`}
            </span>
            {each === newest && schemes.length > 1 && !isFixed && (
              <Button
                type="link"
                disabled={isBusy}
                onClick={() =>
                  void write("scheme.withdraw", { id: each.id }, { hasUndo: true, said: () => schemeText.withdrawn })
                }
              >
                {schemeText.withdraw}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </article>
  );
}
