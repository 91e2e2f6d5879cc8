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

/** A fault that was logged: when, and the fixed words for it, which hold nothing of anybody. */
export type LoggedFault = { readonly at: Date; readonly what: string };

const MOST_FAULTS = 3;
const ERROR_LEVEL = 50;
const faultsOf = new WeakMap<Log, LoggedFault[]>();

export function createLog(level: string, destination?: pino.DestinationStream): Log {
  const redact = { paths: PERSONAL.flatMap((name) => [name, `*.${name}`]), censor: "[hidden]" };
  const faults: LoggedFault[] = [];
  const options = {
    level,
    base: null,
    redact,
    serializers: { err: faultOf },
    hooks: {
      logMethod(args, method, at) {
        const what = args.find((each) => typeof each === "string");
        if (at >= ERROR_LEVEL && what !== undefined) faults.unshift({ at: new Date(), what });
        faults.splice(MOST_FAULTS);
        method.apply(this, args);
      },
    },
  } satisfies pino.LoggerOptions;
  const log = destination ? pino(options, destination) : pino(options);
  faultsOf.set(log, faults);
  return log;
}

/** The last faults that this process logged, the newest first. */
export function lastFaults(log: Log): readonly LoggedFault[] {
  return faultsOf.get(log) ?? [];
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
