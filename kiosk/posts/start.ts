import type { PostKind } from "#server/domain/post.ts";
import { type Frame, type Html, screen, tiles } from "../shell/screen.ts";
import { SUGGESTIONS } from "./suggestions.ts";
import { posts } from "./words.ts";

/** Need, give, or look around. */
export function startPage(frame: Frame): Html {
  const words = posts[frame.language];
  const board = { href: "/kiosk/board", icon: "board", label: words.board } as const;
  const own = [
    { href: "/kiosk/posts/need", icon: "need", label: words.need },
    { href: "/kiosk/posts/gift", icon: "give", label: words.gift },
  ] as const;
  const person = { href: "/kiosk/person", icon: "person", label: words.person } as const;
  return screen({
    frame,
    name: "posts",
    title: frame.mayAct ? words.start : words.board,
    back: "/kiosk/doors",
    body: tiles(frame, frame.mayAct ? [...own, board] : [board, person]),
  });
}

/** The commonest things to touch; anything else is typed. */
export function whatPage(frame: Frame, kind: PostKind): Html {
  const words = posts[frame.language];
  const path = `/kiosk/posts/${kind}`;
  return screen({
    frame,
    name: "what",
    title: words.what[kind],
    back: "/kiosk/posts",
    step: { at: 1, of: 3 },
    body: tiles(frame, [
      ...SUGGESTIONS[kind].map(({ name, icon, label }) => ({
        href: `${path}/about/${name}`,
        icon,
        label: label[frame.language],
      })),
      { href: `${path}/type`, icon: "type", label: words.other },
    ]),
  });
}
