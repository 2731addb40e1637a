import { describe, expect, it } from "vitest";
import { engineEnvironment } from "#electron/engine-environment";

describe("the engine's environment", () => {
  it("carries no switch of Node, no loader, no proxy and no passphrase", () => {
    const from = {
      NODE_OPTIONS: "--require=/tmp/x.js",
      NODE_PATH: "/tmp",
      NODE_EXTRA_CA_CERTS: "/tmp/ca",
      LD_PRELOAD: "/tmp/x.so",
      LD_LIBRARY_PATH: "/tmp",
      ELECTRON_RUN_AS_NODE: "1",
      LINDANG_PASSPHRASE: "梧桐",
      HTTPS_PROXY: "http://127.0.0.1:1",
      PATH: "/usr/bin",
      HOME: "/home/clerk",
      LANG: "zh_CN.UTF-8",
      TMPDIR: "/tmp/clerk",
    };
    expect(engineEnvironment(from)).toEqual({ HOME: "/home/clerk", LANG: "zh_CN.UTF-8", TMPDIR: "/tmp/clerk" });
  });
});
