import { describe, expect, it } from "vitest";
import { mayHave } from "#electron/guard-contents";

const camera = "app://camera/";
describe("what may be had", () => {
  it("is a camera's picture, by the camera's frame alone", () => {
    expect(mayHave({ permission: "media", from: camera, media: ["video"] })).toBe(true);
    expect(mayHave({ permission: "media", from: "app://camera", media: ["video"] })).toBe(true);
    for (const from of [
      "app://ui/",
      "app://print/",
      "app://camera.example/",
      "https://camera/",
      "",
      "app://cameraman/",
    ])
      expect(mayHave({ permission: "media", from, media: ["video"] }), from).toBe(false);
  });
  it("is never sound, nor a picture together with sound, nor what is not named", () => {
    for (const media of [["audio"], ["video", "audio"], [], ["unknown"]])
      expect(mayHave({ permission: "media", from: camera, media })).toBe(false);
  });
  it("is nothing else for the frame, and the clipboard's writing for the desk", () => {
    for (const permission of ["clipboard-sanitized-write", "display-capture", "geolocation", "fullscreen", "usb"])
      expect(mayHave({ permission, from: camera, media: [] })).toBe(false);
    expect(mayHave({ permission: "clipboard-sanitized-write", from: "app://ui/", media: [] })).toBe(true);
    expect(mayHave({ permission: "clipboard-read", from: "app://ui/", media: [] })).toBe(false);
  });
});
