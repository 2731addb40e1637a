import { Input, type InputRef } from "antd";
import { type ClipboardEvent, type ReactNode, useRef, useState } from "react";

type Words = {
  readonly label: (place: number) => string;
  readonly isRight: string;
  readonly isWrong: string;
  readonly isOpen: string;
};
type Props = {
  readonly count: number;
  readonly digits: number;
  readonly words: Words;
  /** Is this one group written down rightly? Asked as soon as its last digit is there. */
  readonly check: (place: number, group: string) => Promise<boolean>;
  /** All groups, once every one of them is right; undefined again when one is changed. */
  readonly onGroups: (groups: string[] | undefined) => void;
  readonly isDisabled?: boolean;
};

type State = "open" | "right" | "wrong";

/** Groups of digits typed from paper: the hand goes on by itself, a wrong group is named at once. */
export function CodeGroups({ count, digits, words, check, onGroups, isDisabled }: Props): ReactNode {
  const [groups, setGroups] = useState<readonly string[]>(() => Array.from({ length: count }, () => ""));
  const [states, setStates] = useState<readonly State[]>(() => Array.from({ length: count }, () => "open" as const));
  const latest = useRef({ groups: [...groups], states: [...states] });
  const inputs = useRef<(InputRef | null)[]>([]);

  const judge = async (index: number, group: string): Promise<void> => {
    const isRight = await check(index + 1, group).catch(() => false);
    if (latest.current.groups[index] !== group) return;
    latest.current.states[index] = isRight ? "right" : "wrong";
    setStates([...latest.current.states]);
    const isWhole = latest.current.states.every((state) => state === "right");
    onGroups(isWhole ? [...latest.current.groups] : undefined);
  };
  const put = (index: number, typed: string): void => {
    const group = typed.replaceAll(/\D/g, "").slice(0, digits);
    latest.current.groups[index] = group;
    latest.current.states[index] = "open";
    setGroups([...latest.current.groups]);
    setStates([...latest.current.states]);
    onGroups(undefined);
    if (group.length !== digits) return;
    void judge(index, group);
    inputs.current[index + 1]?.focus();
  };
  const paste = (event: ClipboardEvent, index: number): void => {
    const digitsPasted = event.clipboardData.getData("text").replaceAll(/\D/g, "");
    if (digitsPasted.length <= digits) return;
    event.preventDefault();
    for (let place = index; place < count; place++) {
      const from = (place - index) * digits;
      if (from < digitsPasted.length) put(place, digitsPasted.slice(from, from + digits));
    }
  };

  return (
    <div className="code-groups">
      {groups.map((group, index) => {
        const state = states[index] ?? "open";
        return (
          <label key={index} className={`code-group is-${state}`}>
            <span>{words.label(index + 1)}</span>
            <Input
              ref={(input) => {
                inputs.current[index] = input;
              }}
              value={group}
              inputMode="numeric"
              autoComplete="off"
              autoFocus={index === 0}
              disabled={isDisabled ?? false}
              status={state === "wrong" ? "error" : ""}
              aria-invalid={state === "wrong"}
              aria-label={words.label(index + 1)}
              onChange={(event) => put(index, event.target.value)}
              onPaste={(event) => paste(event, index)}
              onKeyDown={(event) => {
                if (event.key === "Backspace" && group === "") inputs.current[index - 1]?.focus();
              }}
            />
            <span className="code-group-state" role={state === "wrong" ? "alert" : undefined}>
              {state === "right" ? words.isRight : state === "wrong" ? words.isWrong : words.isOpen}
            </span>
          </label>
        );
      })}
    </div>
  );
}
