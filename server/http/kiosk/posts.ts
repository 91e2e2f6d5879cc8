import { Hono } from "hono";
import { z } from "zod";
import { checkPage } from "#kiosk/posts/check.ts";
import { donePage, notDonePage } from "#kiosk/posts/done.ts";
import { startPage, whatPage } from "#kiosk/posts/start.ts";
import { SUGGESTIONS } from "#kiosk/posts/suggestions.ts";
import { MOST_LETTERS, typePage } from "#kiosk/posts/type.ts";
import { whichPage } from "#kiosk/posts/which.ts";
import { spokenCode } from "#server/domain/card-code.ts";
import { postWithoutPhone } from "../../actions/kiosk/act-without-phone.ts";
import { readThing } from "../../actions/read-thing.ts";
import type { Context } from "../../context.ts";
import { form } from "../cards/buttons.ts";
import type { KioskEnv, KioskRequest } from "./env.ts";
import { kioskIdOf, Nonce, newNonce, tellFate } from "./pressed.ts";

const Kind = z.enum(["need", "gift"]);
const Said = z.object({ kind: Kind, words: z.string().trim().max(MOST_LETTERS) });
const Posted = Said.extend({ nonce: Nonce, made: z.string().max(11).nullable().default(null) });

/** Needs and gifts: touched or typed, looked at once more, then posted as a text would. */
export function postsRoutes(ctx: Context): Hono<KioskEnv> {
  const routes = new Hono<KioskEnv>();
  routes.get("/", (c) => c.html(startPage(c.var.frame)));
  routes.get("/:kind{need|gift}/about/:sort{[a-z]+}", (c) => {
    const kind = Kind.parse(c.req.param("kind"));
    const sort = SUGGESTIONS[kind].find(({ name }) => name === c.req.param("sort"));
    if (!sort || !c.var.frame.mayAct) return c.html(startPage(c.var.frame));
    return c.html(whichPage(c.var.frame, kind, sort));
  });
  routes.get("/:kind{need|gift}/type", (c) => {
    const kind = Kind.parse(c.req.param("kind"));
    return c.html(c.var.frame.mayAct ? typePage(c.var.frame, kind) : startPage(c.var.frame));
  });
  routes.get("/:kind{need|gift}", (c) => {
    const kind = Kind.parse(c.req.param("kind"));
    return c.html(c.var.frame.mayAct ? whatPage(c.var.frame, kind) : startPage(c.var.frame));
  });
  routes.post("/type", form(Said), (c) => {
    const { kind, words } = c.req.valid("form");
    return c.html(typePage(c.var.frame, kind, { value: words }));
  });
  routes.post("/check", form(Said), (c) => check(ctx, c, c.req.valid("form")));
  routes.post("/", form(Posted), (c) => post(ctx, c, c.req.valid("form")));
  return routes;
}

function check(ctx: Context, c: KioskRequest, { kind, words: said }: z.infer<typeof Said>) {
  const { thing, words } = readThing(ctx, said);
  const { frame } = c.var;
  if (!thing) return c.html(typePage(frame, kind, { value: said, isAgain: true }));
  return c.html(checkPage({ frame, kind, words, nonce: newNonce() }));
}

async function post(ctx: Context, c: KioskRequest, said: z.infer<typeof Posted>) {
  const { kind, words, nonce, made } = said;
  const { frame } = c.var;
  const presser = { kioskId: kioskIdOf(c), language: frame.language, nonce, made };
  const pressed = await postWithoutPhone(ctx, presser, { kind, words });
  if (pressed.ok) {
    tellFate(c, "done");
    const { number } = pressed.post;
    return c.html(
      donePage({ frame, what: "posted", number, words: pressed.post.words, slip: spokenCode(pressed.slip) }),
    );
  }
  tellFate(c, pressed.refusal === "too-many" ? "later" : "refused");
  if (pressed.refusal === "not-a-thing")
    return c.html(typePage(frame, kind, { value: words, isAgain: true }));
  return c.html(notDonePage(frame, pressed.refusal));
}
