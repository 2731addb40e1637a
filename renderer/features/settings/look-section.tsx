import { Radio, Slider } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import type { RememberedDesk } from "#contract/shell";
import { desk, rememberDesk } from "#bridge/desk";
import { lookText } from "#text/settings";
import { Field } from "#ui/field";

const themes = (["system", "light", "dark", "contrast"] as const).map((value) => ({
  value,
  label: lookText.themes[value],
}));

/** 外观: text size and ground, at once and for the next start. */
export function LookSection(): ReactNode {
  const { theme, textScale } = desk.use();
  const [scale, setScale] = useState(textScale);
  useEffect(() => setScale(textScale), [textScale]);
  return (
    <section className="stack wide" aria-label={lookText.title}>
      <h2>{lookText.title}</h2>
      <Field label={lookText.textSize}>
        <div className="look-sizes">
          <Slider
            min={1}
            max={2}
            step={0.125}
            value={scale}
            ariaLabelForHandle={lookText.textSize}
            marks={{ 1: "100%", 1.25: "125%", 1.5: "150%", 1.75: "175%", 2: "200%" }}
            tooltip={{ formatter: (value) => lookText.percent(value ?? 1) }}
            onChange={setScale}
            onChangeComplete={(textSize) => rememberDesk({ textScale: textSize })}
          />
        </div>
      </Field>
      <Field label={lookText.theme}>
        <Radio.Group
          aria-label={lookText.theme}
          optionType="button"
          options={themes}
          value={theme}
          onChange={(event) => rememberDesk({ theme: event.target.value as RememberedDesk["theme"] })}
        />
      </Field>
      <p className="look-sample">
        {lookText.sample} <span className="archival-code">{lookText.sampleCode}</span>
      </p>
    </section>
  );
}
