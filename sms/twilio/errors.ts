import type { Refusal, SendResult, StatusReport } from "#sms/carrier.ts";

/** What went wrong between us and Twilio, as far as the wire shows it. */
export type Fault =
  /** No byte of the request left: certainly not processed. */
  | { readonly kind: "not-sent"; readonly code: string }
  /** It may have arrived: a time-out, a cut line, an answer that nobody can read. */
  | { readonly kind: "no-answer"; readonly code: string }
  | {
      readonly kind: "answered";
      readonly httpStatus: number;
      readonly code: number | null;
      readonly retryAfterMs: number | null;
    };

/** Thrown for every request to Twilio that brought no result; carries no number, text or token. */
export class TwilioFault extends Error {
  override readonly name = "TwilioFault";
  readonly fault: Fault;

  constructor(fault: Fault, options?: ErrorOptions) {
    super(`Twilio: ${fault.kind} (${codeOf(fault)})`, options);
    this.fault = fault;
  }
}

/** What became of a text whose sending ended in `fault`. */
export function resultOf(fault: Fault): SendResult {
  if (fault.kind === "not-sent") return { kind: "busy", retryAfterMs: null };
  if (fault.kind === "no-answer") return { kind: "unknown", code: fault.code };
  const code = codeOf(fault);
  const remedy =
    (fault.code === null ? undefined : remedies.get(fault.code)) ?? remedyByClass(fault.httpStatus);
  switch (remedy) {
    case "busy":
      return { kind: "busy", retryAfterMs: fault.retryAfterMs };
    case "wait":
      return { kind: "busy", retryAfterMs: fault.retryAfterMs ?? longWaitMs };
    case "halt":
      return { kind: "halted", code };
    case "unknown":
      return { kind: "unknown", code };
    default:
      return { kind: "refused", code, meaning: remedy };
  }
}

/** Why a text failed after Twilio had accepted it. `code` is Twilio's number, or its status where it gave none. */
export function failureOf(code: string): NonNullable<StatusReport["failure"]> {
  const remedy = remedies.get(Number(code)) ?? "other";
  switch (remedy) {
    case "halt":
      return { code, meaning: "sender", halts: true };
    case "busy":
    case "wait":
      return { code, meaning: "busy", halts: false };
    default:
      return { code, meaning: remedy, halts: false };
  }
}

type Remedy = Exclude<Refusal, "sender"> | "wait" | "halt";

/** Twilio splits and adds codes over the years, so this only refines what the HTTP class says. */
const remedies: ReadonlyMap<number, Remedy> = new Map<number, Remedy>([
  [21610, "opted-out"],

  [21211, "bad-number"],
  [21217, "bad-number"],
  [21614, "bad-number"],
  [21635, "bad-number"],
  [30005, "bad-number"],
  [30006, "bad-number"],

  [30004, "filtered"],
  [30007, "filtered"],

  [30003, "not-reachable"],
  [30008, "not-reachable"],

  [30001, "too-late"],
  [30036, "too-late"],

  // One person's country, or one pair of numbers: the others still get theirs.
  [21408, "no-route"],
  [21612, "no-route"],
  [30450, "no-route"],
  [30610, "no-route"],

  [20429, "busy"],
  // The sender's queue holds more than ten hours; an account's texts of the day are used up.
  [21611, "wait"],
  [63038, "wait"],

  // Credentials or account.
  [10001, "halt"],
  [20003, "halt"],
  [20005, "halt"],
  [20404, "halt"],
  [30002, "halt"],
  // The number or service that we send from: not ours, empty, or not registered with the US carriers.
  [21212, "halt"],
  [21609, "halt"],
  [21601, "halt"],
  [21603, "halt"],
  [21606, "halt"],
  [21659, "halt"],
  [21660, "halt"],
  [21704, "halt"],
  [21705, "halt"],
  [30032, "halt"],
  [30034, "halt"],
]);

const longWaitMs = 600_000;

function remedyByClass(httpStatus: number): Remedy | "unknown" {
  if (httpStatus === 429) return "busy";
  // A 404 on sending names our account or TWILIO_API_URL, never the person: refusing would burn every text.
  if (httpStatus === 401 || httpStatus === 403 || httpStatus === 404) return "halt";
  return httpStatus >= 400 && httpStatus < 500 ? "other" : "unknown";
}

function codeOf(fault: Fault): string {
  if (fault.kind !== "answered") return fault.code;
  return fault.code === null ? `http-${fault.httpStatus}` : String(fault.code);
}
