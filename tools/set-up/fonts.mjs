import { copyFileSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";

/**
 * File name in resources/fonts → file in node_modules/@expo-google-fonts. TrueType, so that PDF embeds them as outlines.
 * @type {Record<string, string>}
 */
export const FONTS = {
  "noto-serif-sc-regular.ttf": "noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
  "noto-serif-sc-bold.ttf": "noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf",
  "noto-sans-sc-regular.ttf": "noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
  "noto-sans-sc-bold.ttf": "noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
  "noto-sans-jp-regular.ttf": "noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf",
};

/**
 * @param {string} root project folder, dependencies installed
 * @returns {string[]} names of the shipped fonts that are not whole in resources/fonts
 */
export function missingFonts(root) {
  return Object.entries(FONTS)
    .filter(([name, source]) => {
      const there = statSync(path.join(root, "resources/fonts", name), { throwIfNoEntry: false });
      return there?.size !== statSync(path.join(root, "node_modules/@expo-google-fonts", source)).size;
    })
    .map(([name]) => name);
}

/**
 * Puts the shipped fonts into resources/fonts under short names: hard links where the file system allows, else copies.
 * Each file arrives by rename, so an interrupted run leaves no half font.
 * @param {string} root project folder, dependencies installed
 */
export function placeFonts(root) {
  const folder = path.join(root, "resources/fonts");
  mkdirSync(folder, { recursive: true });
  for (const name of missingFonts(root)) {
    const half = path.join(folder, `${name}.half`);
    rmSync(half, { force: true });
    linkOrCopy(path.join(root, "node_modules/@expo-google-fonts", String(FONTS[name])), half);
    renameSync(half, path.join(folder, name));
  }
}

/**
 * @param {string} from existing file
 * @param {string} to path that does not exist yet
 */
export function linkOrCopy(from, to) {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
