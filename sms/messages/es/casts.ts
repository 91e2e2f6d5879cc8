import { momentOf, timeOf } from "#sms/messages/describe.ts";
import { fitting, isWhole, type Short, uncut } from "#sms/messages/fitting.ts";
import type { Part, Speech } from "#sms/messages/saying.ts";
import type { CastAudience, CastObstacle, CastSayings, CastTimes } from "#sms/messages/sayings/casts.ts";
import { lasting, tell, tellCut } from "#sms/messages/tell.ts";

const PERSON = "0 para hablar con una persona";

export const casts: Part<CastSayings> = {
  castRefused: (_, speech) =>
    tell(speech, `solo la organización puede escribir a todos. Responde ${PERSON}.`),
  castWhat: (_, speech) =>
    tell(speech, "manda CAST y el mensaje, por ejemplo: CAST la asamblea es a las 8pm en la carpa grande."),
  castTooLong: (_, speech) =>
    tell(speech, "es demasiado largo para difundir. Dilo en 400 letras como mucho."),
  castAudience: ({ choices, more }, speech) => {
    const listed = choices.map(
      ({ name, people }, at) => `${at + 1} ${name ?? "todos en NOTICIAS"} (${people})`,
    );
    const end = more ? ". 8 para ver más, 9 para nadie." : ". 9 para nadie.";
    return tellCut(speech, "¿para quién? Responde ", listed.join(", "), end);
  },
  castNoMembers: (_, speech) =>
    tell(speech, "en tu grupo aún no hay nadie a quien escribir. Di a la gente que mande GRUPO y se apunte."),
  castNobody: (_, speech) =>
    tell(speech, "ahí no hay nadie a quien escribir. Elige otra vez, o 9 para dejarlo."),
  castWaiting: ({ people, segments, seconds, asked }, speech) =>
    tell(
      speech,
      `${people} personas, ${segments} segmentos, ${lasting(seconds)}. ${asked === 1 ? "Otra persona" : `${asked} personas`} de la organización puede soltarlo. 9 lo para.`,
    ),
  castAlone: (_, speech) =>
    tell(speech, "no hay otra persona de la organización para soltarlo. Espera en la consola. 9 lo para."),
  castRelease: ({ by, people, words, ...plan }, speech) => {
    const whom = (short: Short) =>
      `${people} personas${audienceOf(plan.audience, short)}${timesOf(plan, speech)}`;
    const beside = tell(
      speech,
      `${by} quiere escribir a ${whom(uncut)}: ${words} Responde 1 para enviarlo, 2 no.`,
    );
    if (words !== null && isWhole(beside)) return beside;
    return fitting((short) => tell(speech, `${short(by)}: eso va a ${whom(short)}. 1 para enviarlo, 2 no.`));
  },
  castDeclined: (_, speech) =>
    tell(speech, "nadie de quienes se preguntó quiere soltar tu mensaje. Espera en la consola. 9 lo para."),
  castUnanswered: (_, speech) =>
    tell(
      speech,
      "nadie ha soltado tu mensaje en 30 minutos. Sigue esperando, también en la consola. Busca a alguien en la carpa.",
    ),
  castReleased: ({ people, startsAt }, speech) =>
    tell(speech, `sale para ${people} personas ${start(startsAt, speech)}. Responde 9 para pararlo.`),
  castReleasedBy: ({ by, people, startsAt }, speech) =>
    tell(
      speech,
      `${by} soltó tu mensaje. Sale para ${people} personas ${start(startsAt, speech)}. Responde 9 para pararlo.`,
    ),
  castLeft: (_, speech) =>
    tell(speech, "está bien, tú no. Espera a otra persona de la organización, o a la consola."),
  castStopped: ({ kept }, speech) =>
    tell(
      speech,
      `parado. ${kept === 0 ? "Ya no esperaba nada." : `${kept} mensajes no salieron.`} Más en la consola.`,
    ),
  castEnded: ({ at, unsent, people }, speech) =>
    tell(
      speech,
      `tu mensaje tenía hasta las ${timeOf(at, "es", speech)}: ${unsent} de ${people} no salieron. Más en la consola.`,
    ),
  castUndo: (_, speech) => tell(speech, "responde 9 para parar tu mensaje. Manda MENU para lo demás."),
  castGone: (_, speech) =>
    tell(speech, "ese mensaje ya no espera. Mira la consola en la carpa de información."),
  castObstacle: ({ why }, speech) => tell(speech, `no salió: ${OBSTACLE[why]}`),
};

const OBSTACLE: Readonly<Record<CastObstacle, string>> = {
  "not-waiting": "ya no espera. Mira la consola.",
  own: "lo escribiste tú; lo suelta otra persona de la organización.",
  "one-hand": "hace menos de un día se hicieron organización por la misma mano. Que lo suelte otra persona.",
  "not-allowed": "solo la organización puede. Responde 0 para hablar con una persona.",
  "too-many-today":
    "hoy ya salieron tres para todos. Espera a mañana, o márcalo como seguridad en la consola.",
  "too-late": "su hora pasaría antes de salir. Escríbelo de nuevo.",
  nobody: "no hay nadie a quien escribir. Mira la consola.",
};

function audienceOf({ kind, names, language }: CastAudience, short: Short): string {
  const named = short(names.join(", "));
  const among = { news: " en NOTICIAS", groups: ` en ${named}`, told: ` de ${named}`, same: " otra vez" }[
    kind
  ];
  return `${among}${language === null ? "" : language === "es" ? ", español" : ", inglés"}`;
}

/** " (1 s)", or when it goes and until when, and whether that may be at night. */
function timesOf({ seconds, startsAt, notAfter, urgent }: CastTimes, speech: Speech): string {
  const goes = startsAt === null ? lasting(seconds) : momentOf(startsAt, "es", speech);
  const end = notAfter === null ? "" : `, hasta ${momentOf(notAfter, "es", speech, startsAt)}`;
  return ` (${goes}${end}${urgent ? ", SEGURIDAD de noche" : ""})`;
}

function start(at: Date, speech: Speech): string {
  return at.getTime() - speech.now.getTime() > 60_000 ? `a las ${timeOf(at, "es", speech)}` : "en 20 s";
}
