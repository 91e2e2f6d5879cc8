import { Hono } from "hono";
import { z } from "zod";
import { cardScreen } from "#kiosk/card/screens/card.ts";
import { manyScreen } from "#kiosk/card/screens/many.ts";
import { readingScreen } from "#kiosk/card/screens/reading.ts";
import { saidScreen } from "#kiosk/card/screens/said.ts";
import { cameraScreen, digitsScreen, scanScreen } from "#kiosk/card/screens/scan.ts";
import { slipScreen } from "#kiosk/card/screens/slip.ts";
import { unseenScreen, waitsScreen } from "#kiosk/card/screens/waits.ts";
import { cardScreens } from "#kiosk/card/screens/words.ts";
import { writeScreen } from "#kiosk/card/screens/write.ts";
import { takeLate } from "../../actions/cards/take-late.ts";
import { viewSlip } from "../../actions/cards/view-slip.ts";
import type { Context } from "../../context.ts";
import { form } from "../cards/buttons.ts";
import { type Desk, deskRoutes, factsAt, findAt, Seen } from "../cards/desk.ts";
import type { KioskEnv, KioskRequest } from "./env.ts";
import { tellFate } from "./pressed.ts";

const Many = Seen.extend({
  nonce: z.string().min(1).max(60),
  from: z.coerce.number().int().min(1).max(999).default(1),
});
const Write = Seen.extend({ kind: z.enum(["need", "gift"]) });
const Read = Seen.extend({ page: z.coerce.number().int().min(0).max(999).default(0) });
const Late = Seen.extend({
  nonce: z.string().min(1).max(60),
  made: z.string().regex(/^\d{11}$/),
  pieces: z.coerce.number().int().min(1).max(999).nullable().default(null),
});

/** People act for themselves there, each screen with its own wrong guesses. */
const DESK: Desk = {
  path: "/kiosk/card",
  door: "kiosk",
  guesser: (c: KioskRequest) => `kiosk ${c.var.kiosk?.id ?? "unknown"}`,
  actor: () => null,
  pages: ({ var: { frame } }: KioskRequest) => ({
    desk: (said) => (said === null ? scanScreen(frame) : saidScreen(frame, said)),
    card: (facts) => cardScreen(frame, facts),
    slip: (slip) => slipScreen(frame, slip),
  }),
};

/** Cards and slips at the touchscreen: scanned, typed or filmed; with its small steps, as nothing there scrolls. */
export function kioskCardRoutes(ctx: Context): Hono<KioskEnv> {
  const routes = new Hono<KioskEnv>();
  routes.get("/digits", (c) => c.html(digitsScreen(c.var.frame)));
  routes.get("/camera", (c) => c.html(cameraScreen(c.var.frame)));
  routes.get("/waits", (c) => c.html(waitsScreen(c.var.frame)));
  routes.get("/unseen", (c) => c.html(unseenScreen(c.var.frame)));
  routes.post("/many", form(Many), (c) => askHowMany(ctx, c, c.req.valid("form")));
  routes.post("/write", form(Write), (c) => c.html(writeScreen(c.var.frame, c.req.valid("form"))));
  routes.post("/read", form(Read), (c) => read(ctx, c, c.req.valid("form")));
  routes.post("/late", form(Late), async (c) => {
    const guesser = { kind: "screen", name: DESK.guesser(c) } as const;
    const scan = { ...c.req.valid("form"), language: c.var.frame.language, guesser };
    const isDone = await takeLate(ctx, scan);
    tellFate(c, isDone ? "done" : "later");
    return c.body(null, isDone ? 204 : 429);
  });
  routes.route("/", deskRoutes<KioskEnv>(ctx, DESK));
  return routes;
}

async function askHowMany(ctx: Context, c: KioskRequest, { seen, nonce, from }: z.infer<typeof Many>) {
  const at = { ctx, c, desk: DESK };
  const found = await findAt(at, seen);
  if (found.kind !== "card") return c.html(saidScreen(c.var.frame, "isOver"));
  const facts = await factsAt(at, found.card.id, seen, null);
  if (facts.state !== "active") return c.html(cardScreen(c.var.frame, facts));
  return c.html(manyScreen(c.var.frame, { ...facts, nonce }, from));
}

/** All the words of a card, or what came for whoever holds the slip. */
async function read(ctx: Context, c: KioskRequest, { seen, page }: z.infer<typeof Read>) {
  const at = { ctx, c, desk: DESK };
  const { frame } = c.var;
  const words = cardScreens[frame.language];
  const found = await findAt(at, seen);
  if (found.kind === "card") {
    const facts = await factsAt(at, found.card.id, seen, null);
    const title = facts.kind === "need" ? words.need : words.gift;
    return c.html(readingScreen(frame, { seen, title, texts: [facts.words ?? ""], below: "", page }));
  }
  const slip = found.kind === "slip" ? await viewSlip(ctx, found.postId) : null;
  if (!slip) return c.html(saidScreen(frame, "isOver"));
  const below = slip.lines.length === 0 ? "" : words.answer(slip.lines.join(", "));
  return c.html(readingScreen(frame, { seen, title: words.reading, texts: slip.letters, below, page }));
}
