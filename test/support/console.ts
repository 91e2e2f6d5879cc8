import { grantRole } from "#server/actions/grant-role.ts";
import { makeSignInLink } from "#server/actions/sign-in.ts";
import { readPhone } from "#server/domain/phone.ts";
import type { RoleName } from "#server/domain/role.ts";
import type { World } from "#test/support/world.ts";

export type Console = {
  readonly personId: number;
  /** The page, following where it leads. */
  get(path: string): Promise<Page>;
  /** Sends a form as a browser on our own page would. */
  post(path: string, form: Record<string, string> | [name: string, value: string][]): Promise<Page>;
};

/** A console that files can be sent from. */
export type Desk = Console & {
  /** Sends a form in parts. */
  upload(path: string, form: FormData): Promise<Page>;
};

export type Page = { readonly status: number; readonly text: string; readonly path: string };

/** Somebody with a role, signed in at the console of this world. */
export async function startConsole(
  world: World,
  who: { phone: string; name: string; role?: RoleName; groupId?: number },
): Promise<Desk> {
  const { ctx } = world.booted;
  const phone = readPhone(who.phone, "US");
  if (!phone) throw new Error(`${who.phone} is no phone number.`);
  const { role = "organizer", groupId = null, name } = who;
  const personId = await grantRole(ctx, "command line", { phone, role, groupId, name });
  const link = new URL(await makeSignInLink(ctx, personId)).pathname;
  const signedIn = await send(world.url, link, { method: "POST" });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  const post = async (path: string, body: URLSearchParams | FormData) =>
    read(await send(world.url, path, { method: "POST", headers: { cookie }, body }, cookie));
  return {
    personId,
    get: async (path) => read(await send(world.url, path, { headers: { cookie } }, cookie)),
    post: (path, form) => post(path, new URLSearchParams(form)),
    upload: post,
  };
}

/** A request from our own page; its redirect is followed with the same cookie. */
async function send(url: string, path: string, init: RequestInit, cookie?: string): Promise<Response> {
  const headers = { ...init.headers, origin: url };
  const answer = await fetch(url + path, { ...init, headers, redirect: "manual" });
  const next = answer.headers.get("location");
  if (cookie === undefined || next === null) return answer;
  return send(url, new URL(next, url).href.slice(url.length), { headers: { cookie } }, cookie);
}

async function read(answer: Response): Promise<Page> {
  return { status: answer.status, text: await answer.text(), path: new URL(answer.url).pathname };
}
