import { describe, expect, it } from "vitest";
import { isOwnRequest } from "#electron/no-network";

describe("a request", () => {
  it.each(["app://ui/", "app://page/x/image", "blob:app://ui/1", "data:image/png;base64,AA"])(
    "to %s is our own",
    (url) => expect(isOwnRequest(url, false)).toBe(true),
  );

  it.each([
    "https://example.com/",
    "HTTP://example.com/",
    "ws://127.0.0.1/",
    "wss://example.com/",
    "ftp://example.com/",
    "file:///etc/passwd",
    "filesystem:app://ui/x",
    "chrome://gpu/",
    "devtools://devtools/bundled/x.js",
    "apps://ui/",
    "//example.com/app:",
    "",
  ])("to %s is cancelled", (url) => expect(isOwnRequest(url, false)).toBe(false));

  it("of the developer tools passes only while developing", () => {
    expect(isOwnRequest("devtools://devtools/bundled/x.js", true)).toBe(true);
  });
});
