// The program's version as it stands in journal entries and packages.

export const programVersion = "0.1.0";
