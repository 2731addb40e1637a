// What is ink: darker than the paper around it (Sauvola and Pietikäinen 2000). Sums slide, so memory stays two rows.

/** How much contrast a window must have; 0.2 to 0.5 in use, 0.3 keeps faint carbon copies and drops paper grain. */
const sensitivity = 0.3;
/** Half the range of a byte, as the method has it. */
const range = 128;

/** 1 where there is ink, else 0; `radius` is half the window in pixels. */
export function findInk(grey: Uint8Array, width: number, height: number, radius: number): Uint8Array {
  const ink = new Uint8Array(width * height);
  const sums = new Float64Array(width);
  const squares = new Float64Array(width);
  const addRow = (row: number, sign: 1 | -1): void => {
    const from = row * width;
    for (let x = 0; x < width; x++) {
      const value = grey[from + x] ?? 0;
      sums[x]! += sign * value;
      squares[x]! += sign * value * value;
    }
  };
  for (let row = 0; row < Math.min(height, radius); row++) addRow(row, 1);
  for (let y = 0; y < height; y++) {
    if (y + radius < height) addRow(y + radius, 1);
    if (y - radius - 1 >= 0) addRow(y - radius - 1, -1);
    const rows = Math.min(height - 1, y + radius) - Math.max(0, y - radius) + 1;
    let sum = 0;
    let square = 0;
    for (let x = 0; x < Math.min(width, radius); x++) {
      sum += sums[x] ?? 0;
      square += squares[x] ?? 0;
    }
    for (let x = 0; x < width; x++) {
      if (x + radius < width) {
        sum += sums[x + radius] ?? 0;
        square += squares[x + radius] ?? 0;
      }
      if (x - radius - 1 >= 0) {
        sum -= sums[x - radius - 1] ?? 0;
        square -= squares[x - radius - 1] ?? 0;
      }
      const count = rows * (Math.min(width - 1, x + radius) - Math.max(0, x - radius) + 1);
      const mean = sum / count;
      const deviation = Math.sqrt(Math.max(0, square / count - mean * mean));
      const at = y * width + x;
      if ((grey[at] ?? 0) < mean * (1 + sensitivity * (deviation / range - 1))) ink[at] = 1;
    }
  }
  return ink;
}

/** Half a window that spans a character of body text: 1.3 mm at the stated resolution, else a share of an A4 page. */
export const inkRadius = (dpi: number | null, longSide: number): number =>
  Math.max(4, Math.round(dpi === null ? longSide / 234 : dpi / 20));
