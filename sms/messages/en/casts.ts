import { timeOf } from "#sms/messages/describe.ts";
import type { Part, Speech } from "#sms/messages/saying.ts";
import type { CastObstacle, CastSayings } from "#sms/messages/sayings/casts.ts";
import { lasting, tell, tellCut } from "#sms/messages/tell.ts";

const PERSON = "0 for a person at the info tent";

export const casts: Part<CastSayings> = {
  castRefused: (_, speech) => tell(speech, `only organizers can text everybody. Reply ${PERSON}.`),
  castWhat: (_, speech) =>
    tell(speech, "text CAST and the words, for example: CAST assembly moved to 8pm, Big Tent."),
  castTooLong: (_, speech) =>
    tell(speech, "that is too long for one broadcast. Say it in at most 400 letters."),
  castAudience: ({ everyone, groups }, speech) => {
    const first = everyone === null ? [] : [`1 everyone on NEWS (${everyone})`];
    const others = groups.map(({ name, people }, at) => `${at + first.length + 1} ${name} (${people})`);
    return tellCut(speech, "who gets it? Reply ", [...first, ...others].join(", "), ". 9 for nobody.");
  },
  castNobody: (_, speech) =>
    tell(speech, "nobody is in there who can be texted. Choose again, or 9 to leave it."),
  castWaiting: ({ people, segments, seconds, asked }, speech) =>
    tell(
      speech,
      `${people} people, ${segments} segments, ${lasting(seconds)}. ${asked === 1 ? "The other organizer was" : `${asked} organizers were`} asked to release it. 9 stops it.`,
    ),
  castAlone: (_, speech) =>
    tell(speech, "there is no second organizer to release it by text. It waits at the console. 9 stops it."),
  castRelease: ({ by, people, seconds, words }, speech) =>
    tellCut(
      speech,
      `${by} wants to text ${people} people (${lasting(seconds)}): `,
      words,
      " Reply 1 to send it, 2 not.",
    ),
  castReleased: ({ people, startsAt }, speech) =>
    tell(speech, `it goes to ${people} people ${start(startsAt, speech)}. Reply 9 to stop it.`),
  castReleasedBy: ({ by, people, startsAt }, speech) =>
    tell(
      speech,
      `${by} released your text. It goes to ${people} people ${start(startsAt, speech)}. Reply 9 to stop it.`,
    ),
  castLeft: (_, speech) =>
    tell(speech, "all right, not by you. It waits for another organizer, or for the console."),
  castStopped: ({ kept }, speech) =>
    tell(
      speech,
      `stopped. ${kept === 0 ? "Nothing was waiting any more." : `${kept} texts did not go.`} See the console for more.`,
    ),
  castUndo: (_, speech) => tell(speech, "reply 9 to stop your broadcast. Text MENU for all else."),
  castGone: (_, speech) =>
    tell(speech, "that text is not waiting any more. See the console at the info tent."),
  castObstacle: ({ why }, speech) => tell(speech, `not released: ${OBSTACLE[why]}`),
};

const OBSTACLE: Readonly<Record<CastObstacle, string>> = {
  "not-waiting": "it is not waiting any more. See the console.",
  own: "you wrote it yourself, another organizer must release it.",
  "one-hand":
    "one of you made the other an organizer, or one person both, less than a day ago. Ask another organizer.",
  "not-allowed": "only organizers can. Reply 0 for a person at the info tent.",
  "too-many-today":
    "three texts to everyone went today already. Wait for tomorrow, or mark it as safety at the console.",
  "too-late": "its time would be over before it goes. Write it anew.",
  nobody: "nobody is in its audience. See the console.",
};

function start(at: Date, speech: Speech): string {
  return at.getTime() - speech.now.getTime() > 60_000 ? `at ${timeOf(at, "en", speech)}` : "in 20 s";
}
