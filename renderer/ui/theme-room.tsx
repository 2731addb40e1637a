import { ConfigProvider, theme as antdTheme, type ThemeConfig } from "antd";
import chinese from "antd/locale/zh_CN";
import { type ReactNode, useMemo, useSyncExternalStore } from "react";

export type ThemeName = "light" | "dark" | "contrast";
export type ThemeChoice = "system" | ThemeName;

const darkQuery = window.matchMedia("(prefers-color-scheme: dark)");
const contrastQuery = window.matchMedia("(prefers-contrast: more)");
const hearSystem = (hear: () => void): (() => void) => {
  darkQuery.addEventListener("change", hear);
  contrastQuery.addEventListener("change", hear);
  return () => {
    darkQuery.removeEventListener("change", hear);
    contrastQuery.removeEventListener("change", hear);
  };
};
const systemTheme = (): ThemeName => (contrastQuery.matches ? "contrast" : darkQuery.matches ? "dark" : "light");

/** Puts theme and text size on the page and derives antd's theme from the tokens that then hold. */
function applyTheme(name: ThemeName, textScale: number): ThemeConfig {
  const root = document.documentElement;
  root.dataset["theme"] = name;
  root.style.setProperty("--text-scale", String(textScale));
  const style = getComputedStyle(root);
  const value = (token: string): string => style.getPropertyValue(token).trim();
  const pixels = (token: string): number => Number.parseFloat(value(token));
  return {
    algorithm: name === "dark" ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: {
      colorPrimary: value("--action"),
      colorInfo: value("--action"),
      colorLink: value("--action"),
      colorError: value("--destroy"),
      colorWarning: value("--look"),
      colorSuccess: value("--proved"),
      colorText: value("--ink"),
      colorTextSecondary: value("--ink-quiet"),
      colorTextTertiary: value("--ink-quiet"),
      colorTextDescription: value("--ink-quiet"),
      colorTextPlaceholder: value("--ink-quiet"),
      colorTextDisabled: value("--ink-off"),
      colorBgContainer: value("--paper"),
      colorBgElevated: value("--paper"),
      colorBgLayout: value("--desk"),
      colorBorder: value("--edge"),
      colorBorderSecondary: value("--hairline"),
      colorSplit: value("--hairline"),
      colorTextLightSolid: value("--action-ink"),
      borderRadius: pixels("--radius"),
      borderRadiusLG: pixels("--radius"),
      borderRadiusSM: pixels("--radius"),
      fontFamily: value("--face"),
      fontSize: pixels("--font-size") * textScale,
      controlHeight: pixels("--control") * textScale,
      wireframe: false,
      motion: false,
    },
    components: {
      Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none" },
      Select: { optionSelectedBg: value("--action-ground") },
      // White on white says nothing: what is chosen has a ground and an ink of its own.
      ...(name === "contrast" && {
        Segmented: { itemSelectedBg: value("--action"), itemSelectedColor: value("--action-ink") },
      }),
    },
  };
}

type Props = { readonly choice: ThemeChoice; readonly textScale: number; readonly children: ReactNode };

/** The room everything stands in: language, theme and text size. */
export function ThemeRoom({ choice, textScale, children }: Props): ReactNode {
  const system = useSyncExternalStore(hearSystem, systemTheme);
  const name = choice === "system" ? system : choice;
  const theme = useMemo(() => applyTheme(name, textScale), [name, textScale]);
  return (
    <ConfigProvider locale={chinese} theme={theme} wave={{ disabled: true }} button={{ autoInsertSpace: false }}>
      {children}
    </ConfigProvider>
  );
}
