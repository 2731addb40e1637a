// How a day is asked for, and what is said of one that cannot be read: the same words in every form.
export const dayText = {
  hint: "20250630 或 2025-6-30",
  unreadable: "认不出这是哪一天，请写年月日。",
};
