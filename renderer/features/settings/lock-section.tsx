import { Select } from "antd";
import type { ReactNode } from "react";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { lockText } from "#text/settings";
import { Field } from "#ui/field";

const choices = [1, 3, 5, 10, 15, 20, 30, 60, 120];

/** 锁定时间. */
export function LockSection(): ReactNode {
  const { value, lookAgain } = useRead("settings.read", {});
  const [write, isBusy] = useWrite();
  const set = async (autoLockMinutes: number): Promise<void> => {
    await write("settings.revise", { autoLockMinutes }, { said: (kept) => lockText.saved(kept.autoLockMinutes) });
    lookAgain();
  };
  const options = [...new Set([...choices, ...(value ? [value.autoLockMinutes] : [])])].toSorted((a, b) => a - b);
  return (
    <section className="stack wide" aria-label={lockText.title}>
      <h2>{lockText.title}</h2>
      <p className="quiet">{lockText.line}</p>
      <Field label={lockText.after} forId="auto-lock">
        <Select
          id="auto-lock"
          className="lock-choice"
          loading={!value || isBusy}
          value={value?.autoLockMinutes ?? null}
          options={options.map((minutes) => ({ value: minutes, label: lockText.minutes(minutes) }))}
          onChange={(minutes) => minutes && void set(minutes)}
        />
      </Field>
    </section>
  );
}
