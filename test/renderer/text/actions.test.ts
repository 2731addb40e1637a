import { describe, expect, it } from "vitest";
import { contract } from "#contract/contract";
import { sayAction } from "#text/actions";

describe("the names of actions", () => {
  it("every change the engine knows has a Chinese name for journal and undo", () => {
    const changes = Object.entries(contract).filter(([, { kind }]) => kind === "write" || kind === "task");
    expect(changes.length).toBeGreaterThan(10);
    const nameless = changes.map(([name]) => name).filter((name) => !/\p{Script=Han}/u.test(sayAction(name)));
    expect(nameless).toEqual([]);
  });
});
