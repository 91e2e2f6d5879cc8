import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import type { Booted } from "../context.ts";
import { homeRoutes } from "./organize/home.ts";
import { peopleRoutes } from "./organize/people.ts";
import { type OrganizeEnv, signedIn } from "./organize/session.ts";
import { signInRoutes } from "./organize/sign-in.ts";

const MOST_BYTES = 1024 * 1024;

/** The organizers' console. All but the door is for whoever is signed in; forms count only from our own pages. */
export function organizeRoutes({ ctx }: Pick<Booted, "ctx">): Hono {
  const routes = new Hono();
  routes.use(bodyLimit({ maxSize: MOST_BYTES, onError: (c) => c.text("Too large.", 413) }), csrf());
  routes.route("/", signInRoutes(ctx));
  const inside = new Hono<OrganizeEnv>();
  inside.use(signedIn(ctx));
  inside.route("/", homeRoutes(ctx));
  inside.route("/people", peopleRoutes(ctx));
  routes.route("/", inside);
  return routes;
}
