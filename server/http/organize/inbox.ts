import { zValidator } from "@hono/zod-validator";
import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { z } from "zod";
import { INBOX_NEWS, type InboxSaid, inboxPage } from "#kiosk/organize/inbox.ts";
import { isServed, readPhone } from "#server/domain/phone.ts";
import { mayAny } from "#server/domain/role.ts";
import { answerInbox, closeInbox } from "../../actions/answer-inbox.ts";
import { blockPhone } from "../../actions/block-phone.ts";
import { stopNumber, stopPerson } from "../../actions/stop-number.ts";
import type { Context } from "../../context.ts";
import { inboxStamp, openInbox, personOfEntry, textsSince } from "../../store/inbox.ts";
import { blockedPeople } from "../../store/people.ts";
import { frameOf, shownTime } from "./frame.ts";
import { shownInbox } from "./inbox-entries.ts";
import { RowId } from "./row-id.ts";
import { allows, type OrganizeEnv, type OrganizeRequest } from "./session.ts";

const Id = z.object({ id: RowId });
const Words = z.object({ words: z.string().max(500) });
const Phone = z.object({ phone: z.string().max(40) });
const Said = z.object({ said: z.enum(INBOX_NEWS).optional() });
const MOST = 100;
const DAY_MS = 24 * 3_600_000;
const LOOK_EVERY_MS = 2_000;
const LOOKS = 150;
/** One segment without the camp's name before the words, and how to answer behind them. */
const ROOM = 160 - ": ".length - " Manda 0 para respondernos.".length;

/** Texts that a human must answer, and what can be done about their phones. */
export function inboxRoutes(ctx: Context): Hono<OrganizeEnv> {
  const routes = new Hono<OrganizeEnv>();
  routes.use(allows("answer-inbox"));

  routes.get("/", zValidator("query", Said), (c) => show(ctx, c, c.req.valid("query").said ?? null));

  // Ends by itself now and then: the browser comes again, and has to be signed in still.
  routes.get("/live", (c) =>
    streamSSE(c, async (stream) => {
      let told = "";
      for (let looks = 0; looks < LOOKS && !stream.aborted; looks++) {
        const stamp = await inboxStamp(ctx.db);
        if (stamp !== told) await stream.writeSSE({ event: "stamp", data: stamp });
        told = stamp;
        await stream.sleep(LOOK_EVERY_MS);
      }
    }),
  );

  routes.post("/stop", zValidator("form", Phone), async (c) => {
    const phone = readPhone(c.req.valid("form").phone, ctx.config.defaultRegion);
    if (!phone || !isServed(phone, ctx.config.countries)) return show(ctx, c, "badPhone");
    await stopNumber(ctx, c.var.actor, phone);
    return done(ctx, c, "stopped");
  });

  routes.post("/:id/answer", zValidator("param", Id), zValidator("form", Words), async (c) => {
    const entryId = c.req.valid("param").id;
    return done(ctx, c, await answerInbox(ctx, c.var.actor, { entryId, words: c.req.valid("form").words }));
  });

  routes.post("/:id/close", zValidator("param", Id), async (c) =>
    done(ctx, c, await closeInbox(ctx, c.var.actor, c.req.valid("param").id)),
  );

  routes.post("/:id/stop", zValidator("param", Id), async (c) => {
    const personId = await personOfEntry(ctx.db, c.req.valid("param").id);
    const stopped = personId !== null && (await stopPerson(ctx, c.var.actor, personId));
    return done(ctx, c, stopped ? "stopped" : "unreachable");
  });

  for (const [path, block] of [
    ["mute", true],
    ["unmute", false],
  ] as const) {
    routes.post(`/phones/:id/${path}`, allows("mend-posts"), zValidator("param", Id), async (c) => {
      await blockPhone(ctx, c.var.actor, c.req.valid("param").id, block);
      return done(ctx, c, block ? "mutedNow" : "unmutedNow");
    });
  }

  return routes;
}

function done(ctx: Context, c: OrganizeRequest, said: NonNullable<InboxSaid>) {
  const good = INBOX_NEWS.some((each) => each === said);
  return good ? c.redirect(`/organize/inbox?said=${said}`, 303) : show(ctx, c, said);
}

async function show(ctx: Context, c: OrganizeRequest, said: InboxSaid) {
  const [stamp, rows, muted] = await Promise.all([
    inboxStamp(ctx.db),
    openInbox(ctx.db, MOST),
    blockedPeople(ctx.db),
  ]);
  const people = [...new Set(rows.flatMap((row) => row.personId ?? []))];
  const texts = await textsSince(ctx.db, people, new Date(ctx.now().getTime() - DAY_MS));
  const page = inboxPage({
    frame: frameOf(ctx, c),
    entries: shownInbox(ctx, c, rows, texts),
    muted: muted.map(({ id, blockedAt }) => ({
      phone: id,
      since: blockedAt ? shownTime(ctx, c, blockedAt) : "",
    })),
    room: ROOM - ctx.config.nodeName.length,
    mayMute: mayAny(c.var.actor, "mend-posts"),
    stamp,
    said,
  });
  const refused = said !== null && !INBOX_NEWS.some((each) => each === said);
  return c.html(page, refused ? (said === "taken" ? 409 : 400) : 200);
}
