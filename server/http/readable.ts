import { createMiddleware } from "hono/factory";

const SORRY =
  "Something here cannot be read. Go back and type it again. · Algo no se puede leer. Vuelve atrás.\n";

/** PostgreSQL cannot keep NUL, and nobody can type one: an address that has it is nobody's. */
export const readableAddress = createMiddleware(async (c, next) =>
  /%00/.test(c.req.url) ? c.text(SORRY, 400) : next(),
);

/** The same for a form without files whose size is known; its bytes are kept for who reads it next. */
export const readableForm = createMiddleware(async (c, next) => {
  const isPlain = c.req.header("content-type")?.startsWith("application/x-www-form-urlencoded");
  if (c.req.method !== "POST" || !isPlain || c.req.header("content-length") === undefined) return next();
  return Buffer.from(await c.req.arrayBuffer()).includes("%00") ? c.text(SORRY, 400) : next();
});
