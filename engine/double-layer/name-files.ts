// Names of files by 档号 (DA/T 31-2017), as every system can keep them.

const longest = 80;

/** A name for each label; two that would be alike on Windows are told apart by a number. */
export function fileNames(): (label: string) => string {
  const taken = new Set<string>();
  return (label) => {
    const plain =
      label
        .replace(/[\\/:*?"<>|%\p{Cc}\p{Cf}]/gu, "-")
        .replace(/^[. ]+|[. ]+$/g, "")
        .slice(0, longest)
        .toWellFormed() || "双层文件";
    const safe = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(plain) ? `档-${plain}` : plain;
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? safe : `${safe}（${number}）`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  };
}
