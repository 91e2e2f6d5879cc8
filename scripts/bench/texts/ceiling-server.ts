import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { Pool } from "pg";
import { isSigned } from "#sms/twilio/signature.ts";
import { twimlOf } from "#sms/twilio/twiml.ts";

/** The least that the same route can cost: check the signature, one durable INSERT, answer. Run as a process of its own. */
const {
  CEILING_DATABASE: connectionString,
  CEILING_PORT: port,
  CEILING_TOKEN: token = "",
  CEILING_URL: publicUrl,
} = process.env;
const pool = new Pool({ connectionString, max: 16 });
await pool.query(
  "CREATE TABLE IF NOT EXISTS ceiling (sid text PRIMARY KEY, body text, at timestamptz DEFAULT now())",
);

const app = new Hono();
app.get("/readyz", (c) => c.json({ ready: true }));
app.post("/twilio/sms", async (c) => {
  const params = Object.fromEntries(new URLSearchParams(await c.req.text()));
  const signature = c.req.header("x-twilio-signature");
  if (!isSigned({ tokens: [token], url: `${publicUrl}/twilio/sms`, signature, params }))
    return c.body(null, 403);
  await pool.query("INSERT INTO ceiling (sid, body) VALUES ($1, $2) ON CONFLICT DO NOTHING", [
    params["MessageSid"],
    params["Body"],
  ]);
  return c.body(twimlOf("Willow Camp: got it."), 200, { "content-type": "text/xml; charset=utf-8" });
});
serve({ fetch: app.fetch, port: Number(port), hostname: "127.0.0.1" });
