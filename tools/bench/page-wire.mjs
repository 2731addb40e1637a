/**
 * A page of a running window, spoken to over the runtime's debugging port.
 * @typedef {object} PageWire
 * @property {(expression: string) => Promise<any>} evaluate its value, awaited when it is a promise
 * @property {(method: string, params: object) => Promise<any>} send
 * @property {() => void} close
 */

/**
 * @param {string} address WebSocket address of the page
 * @returns {Promise<PageWire>}
 */
export async function openPageWire(address) {
  const socket = new WebSocket(address);
  /** @type {Map<number, { settle: (result: any) => void; fail: (error: Error) => void }>} */
  const waiting = new Map();
  await new Promise((opened, failed) => {
    socket.addEventListener("open", opened, { once: true });
    socket.addEventListener("error", () => failed(new Error("the page cannot be reached")), { once: true });
  });
  socket.addEventListener("message", ({ data }) => {
    const { id, result, error } = JSON.parse(String(data));
    const asker = waiting.get(id);
    waiting.delete(id);
    if (error) asker?.fail(new Error(error.message));
    else asker?.settle(result);
  });
  socket.addEventListener("close", () => {
    for (const { fail } of waiting.values()) fail(new Error("the window was closed"));
    waiting.clear();
  });
  let sent = 0;
  /** @type {PageWire["send"]} */
  const send = (method, params) =>
    new Promise((settle, fail) => {
      const id = (sent += 1);
      waiting.set(id, { settle, fail });
      socket.send(JSON.stringify({ id, method, params }));
    });
  return {
    send,
    async evaluate(expression) {
      const options = { expression, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await send("Runtime.evaluate", options);
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    close: () => socket.close(),
  };
}
