import { timeOf } from "#sms/messages/describe.ts";
import type { Part, Speech } from "#sms/messages/saying.ts";
import type { CastObstacle, CastSayings } from "#sms/messages/sayings/casts.ts";
import { lasting, tell, tellCut } from "#sms/messages/tell.ts";

const PERSON = "0 para hablar con una persona";

export const casts: Part<CastSayings> = {
  castRefused: (_, speech) =>
    tell(speech, `solo la organización puede escribir a todos. Responde ${PERSON}.`),
  castWhat: (_, speech) =>
    tell(speech, "manda CAST y el mensaje, por ejemplo: CAST la asamblea es a las 8pm en la carpa grande."),
  castTooLong: (_, speech) =>
    tell(speech, "es demasiado largo para difundir. Dilo en 400 letras como mucho."),
  castAudience: ({ everyone, groups }, speech) => {
    const first = everyone === null ? [] : [`1 todos en NOTICIAS (${everyone})`];
    const others = groups.map(({ name, people }, at) => `${at + first.length + 1} ${name} (${people})`);
    return tellCut(speech, "¿para quién? Responde ", [...first, ...others].join(", "), ". 9 para nadie.");
  },
  castNobody: (_, speech) =>
    tell(speech, "ahí no hay nadie a quien escribir. Elige otra vez, o 9 para dejarlo."),
  castWaiting: ({ people, segments, seconds, asked }, speech) =>
    tell(
      speech,
      `${people} personas, ${segments} segmentos, ${lasting(seconds)}. ${asked === 1 ? "Otra persona" : `${asked} personas`} de la organización puede soltarlo. 9 lo para.`,
    ),
  castAlone: (_, speech) =>
    tell(speech, "no hay otra persona de la organización para soltarlo. Espera en la consola. 9 lo para."),
  castRelease: ({ by, people, seconds, words }, speech) =>
    tellCut(
      speech,
      `${by} quiere escribir a ${people} personas (${lasting(seconds)}): `,
      words,
      " Responde 1 para enviarlo, 2 no.",
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

function start(at: Date, speech: Speech): string {
  return at.getTime() - speech.now.getTime() > 60_000 ? `a las ${timeOf(at, "es", speech)}` : "en 20 s";
}
