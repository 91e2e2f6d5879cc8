import { slipPage } from "#kiosk/organize/slip.ts";
import type { TentSaid } from "#kiosk/organize/tent.ts";
import { tentPersonPage } from "#kiosk/organize/tent-person.ts";
import type { PaperMm } from "#kiosk/receipts/receipt-bytes.ts";
import { slipLines } from "#kiosk/receipts/slip-lines.ts";
import { spokenCode } from "#server/domain/card-code.ts";
import { makeSlip } from "../../actions/cards/make-slip.ts";
import type { Context } from "../../context.ts";
import { listGroups } from "../../store/groups.ts";
import { livePostsOf } from "../../store/posts.ts";
import { groupsOf, lettersFor, postOfNumber, tentPeople } from "../../store/tent.ts";
import { frameOf, shownTime, timeIn } from "./frame.ts";
import { receiptFile } from "./receipt-file.ts";
import type { OrganizeRequest } from "./session.ts";

/** What came for one person, what they posted, and what they may want next. */
export async function showTentPerson(
  ctx: Context,
  c: OrganizeRequest,
  personId: number,
  { said, answer }: { readonly said: TentSaid; readonly answer: string | null },
) {
  const [[person], letters, posts, groups, joined] = await Promise.all([
    tentPeople(ctx.db, personId),
    lettersFor(ctx.db, personId),
    livePostsOf(ctx.db, personId, ctx.now()),
    listGroups(ctx.db),
    groupsOf(ctx.db, personId),
  ]);
  if (!person) return c.redirect("/organize/tent", 303);
  const page = tentPersonPage({
    frame: frameOf(ctx, c),
    person,
    letters: letters.map(({ id, body, createdAt }) => ({
      id,
      words: body ? ctx.vault.open("text", body) : "",
      when: shownTime(ctx, c, createdAt),
    })),
    posts: posts.map((post) => ({ ...post, until: shownTime(ctx, c, post.until ?? post.expiresAt) })),
    groups: groups.map(({ id, name }) => ({ id, name, joined: joined.some((group) => group.id === id) })),
    said,
    answer,
  });
  return c.html(page, said === "notJoined" || said === "notOpen" ? 409 : 200);
}

/** A receipt to print: of one post, or of the name and the groups alone. */
export async function showSlip(
  ctx: Context,
  c: OrganizeRequest,
  personId: number,
  { number, width }: { readonly number: number | null; readonly width: PaperMm },
) {
  const facts = await slipFacts(ctx, c, personId, number);
  if (!facts) return c.redirect("/organize/tent", 303);
  return c.html(slipPage({ ...facts, frame: frameOf(ctx, c), width }));
}

/** The same for a receipt printer. */
export async function sendSlip(
  ctx: Context,
  c: OrganizeRequest,
  personId: number,
  { number, width }: { readonly number: number | null; readonly width: PaperMm },
) {
  const facts = await slipFacts(ctx, c, personId, number);
  if (!facts) return c.redirect("/organize/tent", 303);
  return receiptFile(c, "slip", slipLines({ ...facts, nodeName: ctx.config.nodeName }), width);
}

async function slipFacts(ctx: Context, c: OrganizeRequest, personId: number, number: number | null) {
  const [[person], post, groups] = await Promise.all([
    tentPeople(ctx.db, personId),
    number === null ? null : postOfNumber(ctx.db, personId, number),
    groupsOf(ctx.db, personId),
  ]);
  if (!person) return null;
  const until = post && (post.until ?? post.expiresAt);
  return {
    personId,
    handle: person.handle,
    phoneless: !person.shares,
    helpContact: ctx.config.helpContact,
    post:
      post && until
        ? { ...post, until: { en: timeIn("en", ctx, until), es: timeIn("es", ctx, until) } }
        : null,
    // The same digits each time it is printed: they follow from the post.
    digits: post && spokenCode(await makeSlip(ctx, post.id, `post ${post.id}`)),
    groups,
    at: shownTime(ctx, c, ctx.now()),
  };
}
