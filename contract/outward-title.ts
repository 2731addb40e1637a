// 对外题名 — how an item is named anywhere but on its own page: a restricted one by what was written for others (personal-data P6).
import type { AccessClass } from "./access.ts";

type Named = { readonly access: AccessClass; readonly title: string; readonly neutralTitle: string };

/** The title; of a restricted item the neutral one, or that it is restricted and nothing of whom it speaks. */
export const outwardTitle = ({ access, title, neutralTitle }: Named): string =>
  access === "restricted" ? neutralTitle || "限制件" : title;
