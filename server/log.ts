import pino from "pino";

export type Log = pino.Logger;

/** Nothing of a person may reach a log: should one of these fields be passed by mistake, it is blanked. */
const PERSONAL = [
  "phone",
  "from",
  "to",
  "body",
  "words",
  "reply",
  "token",
  "signature",
  "From",
  "To",
  "Body",
  "url",
];

export function createLog(level: string, destination?: pino.DestinationStream): Log {
  const redact = { paths: PERSONAL.flatMap((name) => [name, `*.${name}`]), censor: "[hidden]" };
  const options = { level, base: null, redact, serializers: { err: faultOf } } satisfies pino.LoggerOptions;
  return destination ? pino(options, destination) : pino(options);
}

/** Messages of database and carrier faults repeat parameters: only kind, code and place are kept. */
function faultOf(fault: unknown): object {
  if (!(fault instanceof Error)) return { kind: typeof fault };
  const code =
    "code" in fault && (typeof fault.code === "string" || typeof fault.code === "number")
      ? fault.code
      : undefined;
  const stack = fault.stack
    ?.split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8);
  return {
    kind: fault.name,
    code,
    stack,
    ...(fault.cause === undefined ? {} : { cause: faultOf(fault.cause) }),
  };
}
