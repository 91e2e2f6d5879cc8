import { momentOf, timeOf } from "#sms/messages/describe.ts";
import { fitting, isWhole, type Short, uncut } from "#sms/messages/fitting.ts";
import type { Part, Speech } from "#sms/messages/saying.ts";
import type { CastAudience, CastObstacle, CastSayings, CastTimes } from "#sms/messages/sayings/casts.ts";
import { lasting, tell, tellCut } from "#sms/messages/tell.ts";

const PERSON = "0 for a person at the info tent";

export const casts: Part<CastSayings> = {
  castRefused: (_, speech) => tell(speech, `only organizers can text everybody. Reply ${PERSON}.`),
  castWhat: (_, speech) =>
    tell(speech, "text CAST and the words, for example: CAST assembly moved to 8pm, Big Tent."),
  castTooLong: (_, speech) =>
    tell(speech, "that is too long for one broadcast. Say it in at most 400 letters."),
  castAudience: ({ choices, more }, speech) => {
    const listed = choices.map(
      ({ name, people }, at) => `${at + 1} ${name ?? "everyone on NEWS"} (${people})`,
    );
    const end = more ? ". 8 for more, 9 for nobody." : ". 9 for nobody.";
    return tellCut(speech, "who gets it? Reply ", listed.join(", "), end);
  },
  castNoMembers: (_, speech) =>
    tell(speech, "nobody in your group can be texted yet. Tell people to text GROUP and join it."),
  castNobody: (_, speech) =>
    tell(speech, "nobody is in there who can be texted. Choose again, or 9 to leave it."),
  castWaiting: ({ people, segments, seconds, asked }, speech) =>
    tell(
      speech,
      `${people} people, ${segments} segments, ${lasting(seconds)}. ${asked === 1 ? "The other organizer was" : `${asked} organizers were`} asked to release it. 9 stops it.`,
    ),
  castAlone: (_, speech) =>
    tell(speech, "there is no second organizer to release it by text. It waits at the console. 9 stops it."),
  castRelease: ({ by, people, words, ...plan }, speech) => {
    const whom = (short: Short) =>
      `${people} people${audienceOf(plan.audience, short)}${timesOf(plan, speech)}`;
    const beside = tell(speech, `${by} wants to text ${whom(uncut)}: ${words} Reply 1 to send it, 2 not.`);
    if (words !== null && isWhole(beside)) return beside;
    return fitting((short) =>
      tell(speech, `${short(by)}: that text to ${whom(short)}. Reply 1 to send, 2 not.`),
    );
  },
  castDeclined: (_, speech) =>
    tell(speech, "nobody who was asked wants to release your text. It waits at the console. 9 stops it."),
  castUnanswered: (_, speech) =>
    tell(
      speech,
      "nobody has released your text in 30 minutes. It still waits, at the console too. See them at the info tent.",
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
  castEnded: ({ at, unsent, people }, speech) =>
    tell(
      speech,
      `${timeOf(at, "en", speech)} was the end of your broadcast: ${unsent} of its ${people} texts did not go. See the console for more.`,
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

function audienceOf({ kind, names, language }: CastAudience, short: Short): string {
  const named = short(names.join(", "));
  const among = { news: " on NEWS", groups: ` in ${named}`, told: ` told of ${named}`, same: " once more" }[
    kind
  ];
  return `${among}${language === null ? "" : language === "es" ? ", Spanish" : ", English"}`;
}

/** " (1 s)", or when it goes and until when, and whether that may be at night. */
function timesOf({ seconds, startsAt, notAfter, urgent }: CastTimes, speech: Speech): string {
  const goes = startsAt === null ? lasting(seconds) : momentOf(startsAt, "en", speech);
  const end = notAfter === null ? "" : `, till ${momentOf(notAfter, "en", speech, startsAt)}`;
  return ` (${goes}${end}${urgent ? ", SAFETY at night" : ""})`;
}

function start(at: Date, speech: Speech): string {
  return at.getTime() - speech.now.getTime() > 60_000 ? `at ${timeOf(at, "en", speech)}` : "in 20 s";
}
