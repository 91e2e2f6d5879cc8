import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import type { Booted, Context } from "../context.ts";
import { broadcastRoutes } from "./organize/broadcasts.ts";
import { cardsRoutes } from "./organize/cards.ts";
import { csvRoutes } from "./organize/csv.ts";
import { daySheetRoutes } from "./organize/day-sheet.ts";
import { gatheringsRoutes } from "./organize/gatherings.ts";
import { groupsRoutes } from "./organize/groups.ts";
import { homeRoutes } from "./organize/home.ts";
import { inboxRoutes } from "./organize/inbox.ts";
import { kiosksRoutes } from "./organize/kiosks.ts";
import { MAP_PICTURE_PATH, MOST_FORM_BYTES, mapRoutes } from "./organize/map.ts";
import { peopleRoutes } from "./organize/people.ts";
import { postRoutes } from "./organize/posts.ts";
import { queueRoutes } from "./organize/queues.ts";
import { faultsInWords, turnedAway } from "./organize/refusals.ts";
import { framed, type OrganizeEnv, signedIn } from "./organize/session.ts";
import { signInRoutes } from "./organize/sign-in.ts";
import { statusRoutes } from "./organize/status.ts";
import { tentRoutes } from "./organize/tent.ts";

import { readableForm } from "./readable.ts";

const MOST_BYTES = 1024 * 1024;

/** Behind a proxy that ends TLS, the address that a browser sees is PUBLIC_URL's and not the request's own. */
function ownPagesOnly({ config }: Context) {
  const known = new URL(config.publicUrl).origin;
  return csrf({ origin: (origin, c) => origin === known || origin === new URL(c.req.url).origin });
}

/** The organizers' console. All but the door is for whoever is signed in; forms count only from our own pages. */
export function organizeRoutes({ ctx, queues }: Pick<Booted, "ctx" | "queues">): Hono<OrganizeEnv> {
  const routes = new Hono<OrganizeEnv>();
  routes.use(framed(ctx), faultsInWords);
  const limit = (maxSize: number) => bodyLimit({ maxSize, onError: (c) => turnedAway(c, "too-large") });
  const [usual, forPicture] = [limit(MOST_BYTES), limit(MOST_FORM_BYTES)];
  routes.use(
    (c, next) => (c.req.path === MAP_PICTURE_PATH ? forPicture : usual)(c, next),
    ownPagesOnly(ctx),
    readableForm,
  );
  routes.route("/", signInRoutes(ctx));
  const inside = new Hono<OrganizeEnv>();
  inside.use(signedIn(ctx));
  inside.route("/", homeRoutes(ctx));
  inside.route("/broadcasts", broadcastRoutes(ctx));
  inside.route("/groups", groupsRoutes(ctx));
  inside.route("/gatherings", gatheringsRoutes(ctx));
  inside.route("/day-sheet", daySheetRoutes(ctx));
  inside.route("/csv", csvRoutes(ctx));
  inside.route("/people", peopleRoutes(ctx));
  inside.route("/inbox", inboxRoutes(ctx));
  inside.route("/posts", postRoutes(ctx));
  inside.route("/tent", tentRoutes(ctx));
  inside.route("/cards", cardsRoutes(ctx));
  inside.route("/kiosks", kiosksRoutes(ctx));
  inside.route("/map", mapRoutes(ctx));
  inside.route("/status", statusRoutes(ctx));
  inside.route("/queues", queueRoutes({ ctx, queues }));
  routes.route("/", inside);
  return routes;
}
