import { Button, Checkbox } from "antd";
import { Fragment, type ReactNode, useState } from "react";
import type { Category, Fonds } from "#contract/fonds";
import type { Scheme } from "#contract/scheme";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { bridgeText } from "#text/bridge";
import { categoryText } from "#text/scheme";
import { settingsText } from "#text/settings";
import { Problem } from "#ui/problem";
import { sampleCode } from "./sample-code.ts";
import { TemplateForm } from "./template-form.tsx";

type Props = { readonly fonds: Fonds; readonly scheme: Scheme; readonly isFixed: boolean };

/** 门类 switched on and off, each with a 档号 as it would be given. */
export function CategoryTable({ fonds, scheme, isFixed }: Props): ReactNode {
  const list = useRead("category.list", {});
  const matters = useRead("matter.list", {});
  const [editing, setEditing] = useState<string>();
  const [write, isBusy] = useWrite();
  const year = new Date().getFullYear();
  const matterCode = (category: string): string =>
    matters.value?.find((matter) => matter.fondsId === fonds.id && matter.category === category)?.code ?? "";
  const sample = (category: Category): string =>
    sampleCode(fonds.codeStandard, { fondsCode: fonds.code, year, matterCode: matterCode(category.code) }, category);
  const use = ({ code, name }: Category, isUsed: boolean): void => {
    const { id: _, number: __, madeAt: ___, ...rest } = scheme;
    const categories = isUsed ? [...scheme.categories, code] : scheme.categories.filter((each) => each !== code);
    const said = (): string => (isUsed ? categoryText.used(name) : categoryText.unused(name));
    void write("scheme.revise", { ...rest, categories }, { hasUndo: true, said });
  };
  const { columns } = categoryText;
  return (
    <div className="stack">
      <h3>
        {categoryText.title} <span className="mark mark-look">{settingsText.toCheck}</span>
      </h3>
      <p className="quiet small">{categoryText.line}</p>
      {list.problem && <Problem {...list.problem} again={{ words: bridgeText.again, run: list.lookAgain }} />}
      <table className="plain">
        <thead>
          <tr>
            <th>{columns.used}</th>
            <th>{columns.code}</th>
            <th>{columns.name}</th>
            <th>{columns.unit}</th>
            <th>{columns.sample}</th>
            <th>{columns.template}</th>
          </tr>
        </thead>
        <tbody>
          {list.value?.map((category) => (
            <Fragment key={category.code}>
              <tr>
                <td>
                  <Checkbox
                    aria-label={categoryText.use(category.name)}
                    checked={scheme.categories.includes(category.code)}
                    disabled={isFixed || isBusy}
                    onChange={(event) => use(category, event.target.checked)}
                  />
                </td>
                <td className="archival-code">{category.code}</td>
                <td>{category.name}</td>
                <td>{categoryText.units[category.unit]}</td>
                <td className="archival-code">{sample(category)}</td>
                <td>
                  {category.codeTemplate && <span className="mark">{categoryText.own}</span>}{" "}
                  <Button type="link" onClick={() => setEditing(category.code)}>
                    {categoryText.edit}
                  </Button>
                </td>
              </tr>
              {editing === category.code && (
                <tr>
                  <td colSpan={6}>
                    <TemplateForm
                      category={category}
                      fonds={fonds}
                      matterCode={matterCode(category.code)}
                      onDone={() => setEditing(undefined)}
                    />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
