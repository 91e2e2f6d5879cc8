import { randomBytes } from "node:crypto";
import type { Reporting, StandInOptions } from "#test/support/stand-in-carrier.ts";
import { reportStatuses } from "#test/support/stand-in-webhooks.ts";

export type StandInStatus =
  | "accepted"
  | "queued"
  | "sent"
  | "delivered"
  | "undelivered"
  | "failed"
  | "received";

export type StandInMessage = {
  readonly sid: string;
  readonly direction: "inbound" | "outbound-api" | "outbound-reply";
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly numMedia: number;
  /** When it was created; `sentAt` stays null while it waits in the queue. */
  readonly at: Date;
  sentAt: Date | null;
  status: StandInStatus;
  errorCode: number | null;
  /** Deleted: no list has it any more. */
  erased: boolean;
  readonly statusCallback: string | null;
  readonly validityPeriod: number | null;
};

export type SendRequest = {
  readonly to: string;
  readonly from: string | null;
  readonly messagingServiceSid: string | null;
  readonly body: string;
  readonly statusCallback: string | null;
  readonly validityPeriod: number | null;
};

export type Behaviour = (request: SendRequest) => Fate;

export type Fate =
  | "accept"
  /** Accepted, and stays in the queue: no reports, no date sent. */
  | "accept-and-queue"
  /** Never answers; not accepted. */
  | "hang"
  /** Accepted, and the client never hears: the line is cut, the answer is a 500, or none comes. */
  | "accept-then-drop"
  | "accept-then-500"
  | "accept-then-hang"
  /** Refused at once. */
  | { readonly status: number; readonly code: number; readonly retryAfterSeconds?: number }
  /** Accepted, and fails on the way with this error code. */
  | { readonly undelivered: number };

/** The stand-in's memory: its texts, its STOP list, and the reports that are under way. */
export class Exchange {
  readonly options: StandInOptions;
  readonly messages: StandInMessage[] = [];
  readonly optedOut = new Set<string>();
  /** Where the texts to our number are posted, as its account says. */
  webhook = "https://demo.twilio.com/welcome/sms/reply";
  behaviour: Behaviour = () => "accept";
  reporting: Reporting;
  readonly now: () => Date;
  readonly #bySid = new Map<string, StandInMessage>();
  readonly #stopped = new AbortController();
  readonly #running = new Set<Promise<void>>();

  constructor(options: StandInOptions) {
    this.options = options;
    this.reporting = options;
    this.now = options.now ?? (() => new Date());
  }

  accept(request: SendRequest, fate: Fate): StandInMessage {
    const { ourNumber } = this.options;
    const message = this.#keep({
      direction: "outbound-api",
      from: request.from ?? ourNumber,
      to: request.to,
      body: request.body,
      statusCallback: request.statusCallback,
      validityPeriod: request.validityPeriod,
      status: request.messagingServiceSid === null ? "queued" : "accepted",
    });
    if (fate !== "accept-and-queue") {
      const failsWith = typeof fate === "object" && "undelivered" in fate ? fate.undelivered : null;
      this.#run(
        reportStatuses({ ...this.options, ...this.reporting }, message, failsWith, this.#stopped.signal),
      );
    }
    return message;
  }

  receive(text: {
    readonly from: string;
    readonly body: string;
    readonly numMedia?: number;
    readonly sid?: string;
  }): StandInMessage {
    const { from, body, numMedia = 0, sid = newSid() } = text;
    const to = this.options.ourNumber;
    const received = { direction: "inbound", status: "received", sentAt: this.now() } as const;
    return this.#bySid.get(sid) ?? this.#keep({ ...received, sid, from, to, body, numMedia });
  }

  reply(to: string, body: string): void {
    const from = this.options.ourNumber;
    this.#keep({ direction: "outbound-reply", from, to, body, status: "delivered", sentAt: this.now() });
  }

  /** Whether there was such a text. */
  erase(sid: string): boolean {
    const message = this.#bySid.get(sid);
    if (!message || message.erased) return false;
    message.erased = true;
    return true;
  }

  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  stop(): void {
    this.#stopped.abort();
  }

  #keep(
    fields: Pick<StandInMessage, "direction" | "from" | "to" | "body" | "status"> & Partial<StandInMessage>,
  ): StandInMessage {
    const message = { ...defaults(), at: this.now(), ...fields };
    this.messages.push(message);
    this.#bySid.set(message.sid, message);
    return message;
  }

  #run(work: Promise<void>): void {
    this.#running.add(work);
    void work.finally(() => this.#running.delete(work));
  }
}

function defaults() {
  return {
    sid: newSid(),
    sentAt: null,
    numMedia: 0,
    errorCode: null,
    erased: false,
    statusCallback: null,
    validityPeriod: null,
  };
}

function newSid(): string {
  return `SM${randomBytes(16).toString("hex")}`;
}
