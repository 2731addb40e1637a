// The headers every answer of app:// carries.

const always = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-store",
} as const;

/** An answer with the house's headers; `headers` says what it is. */
export function answer(
  body: ConstructorParameters<typeof Response>[0],
  headers: Readonly<Record<string, string>>,
  status = 200,
): Response {
  return new Response(body, { status, headers: { ...always, ...headers } });
}

export const notFound = (): Response => answer("", { "Content-Type": "text/plain" }, 404);
