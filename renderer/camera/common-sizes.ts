/** Sizes document cameras have, largest first. */
const known: readonly [number, number][] = [
  [4608, 3456],
  [4208, 3120],
  [4160, 3120],
  [4096, 3072],
  [3840, 2880],
  [3840, 2160],
  [3264, 2448],
  [3200, 2400],
  [2592, 1944],
  [2560, 1920],
  [2048, 1536],
  [1920, 1080],
  [1600, 1200],
  [1280, 960],
  [1280, 720],
];

/** Sizes to offer: the largest the camera tells, what is used now, and the common ones between, at most eight. */
export function commonSizes(
  most: number,
  mostHigh: number,
  now: { readonly width: number; readonly height: number },
): [number, number][] {
  const own: [number, number][] = [
    [most, mostHigh],
    [now.width, now.height],
  ];
  const all = [...own, ...known.filter(([width, height]) => width <= most && height <= mostHigh)];
  const distinct = new Map(all.map((size) => [size.join("x"), size]));
  return [...distinct.values()]
    .filter(([width, height]) => width > 0 && height > 0)
    .sort((one, other) => other[0] * other[1] - one[0] * one[1])
    .slice(0, 8);
}
