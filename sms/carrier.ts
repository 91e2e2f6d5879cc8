/** What the sender knows of a text after handing it over. Provider's own codes end in `code`, in words of ours in `kind`. */
export type SendResult =
  | { readonly kind: "accepted"; readonly carrierId: string; readonly status: DeliveryStatus }
  /** Never processed: safe to send again. */
  | { readonly kind: "busy"; readonly retryAfterMs: number | null }
  /** This text or this number: never again. */
  | { readonly kind: "refused"; readonly code: string; readonly meaning: Refusal }
  /** This sender: nothing may be sent until an operator acts. */
  | { readonly kind: "halted"; readonly code: string }
  /** Time-out or 5xx: may have been accepted. Look it up before deciding. */
  | { readonly kind: "unknown"; readonly code: string };

export type Refusal =
  | "opted-out"
  | "bad-number"
  | "filtered"
  | "not-reachable"
  | "too-late"
  /** Not from our number to that one, or to that country. */
  | "no-route"
  /** More than the carrier takes at a time. */
  | "busy"
  /** Our number or account, seen after it was accepted. */
  | "sender"
  | "other";

export type DeliveryStatus = "accepted" | "queued" | "sending" | "sent" | "delivered" | "failed";

export type OutgoingText = {
  /** Our own id: comes back in the status callback. */
  readonly textId: number;
  readonly to: string;
  readonly body: string;
  /** How long the carrier may try, in seconds; null for its default. */
  readonly validForSeconds: number | null;
};

export type IncomingText = {
  readonly carrierId: string;
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly mediaCount: number;
  /** The carrier already acted on and answered a reserved word. */
  readonly answeredByCarrier: "stop" | "start" | "help" | null;
};

export type StatusReport = {
  /** Our own id, where the report carries it. */
  readonly textId: number | null;
  readonly carrierId: string;
  readonly status: DeliveryStatus;
  readonly failure: { readonly code: string; readonly meaning: Refusal; readonly halts: boolean } | null;
};

/** A text found in the carrier's own list. */
export type ListedText = {
  readonly carrierId: string;
  readonly direction: "in" | "out";
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly mediaCount: number;
  readonly at: Date;
  readonly status: DeliveryStatus;
  readonly failure: StatusReport["failure"];
};

/** The one thing that sends texts. `send` never throws for what a carrier can answer. */
export type Carrier = {
  readonly name: "twilio" | "simulator";
  /** STOP, START and HELP get their answer from the network itself. */
  readonly answersReservedWords: boolean;
  /** Our own number in E.164, or a service's id. */
  readonly sender: string;
  send(text: OutgoingText): Promise<SendResult>;
  /** All texts to `to` that it took by `send` since `since`, newest first. Throws when it cannot be asked. */
  listTo(to: string, since: Date): Promise<readonly ListedText[]>;
  /** Every text of this sender since `since`, both directions, for a node without a public address. */
  listSince(since: Date): Promise<readonly ListedText[]>;
  /**
   * Has the carrier forget the texts of this sender, words and numbers, both directions, that were sent from `since` to
   * before `until`; how many. Throws when it cannot be asked, and may be asked again.
   */
  erase(since: Date, until: Date): Promise<number>;
};
