/** @returns {Promise<number>} */
export async function tourWindow() {
  return 0;
}
