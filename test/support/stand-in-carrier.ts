import { createServer, type Server } from "node:http";
import { answerApi } from "#test/support/stand-in-api.ts";
import { type Behaviour, Exchange, type StandInMessage } from "#test/support/stand-in-exchange.ts";
import { type PostedText, postText, type TextToPost } from "#test/support/stand-in-webhooks.ts";

export type StandInOptions = {
  /** 0 or absent: any free one. */
  readonly port?: number;
  readonly accountSid: string;
  readonly authToken: string;
  readonly ourNumber: string;
  /** The sender may be this service too; its only number is `ourNumber`. */
  readonly messagingServiceSid?: string;
  /** Whether to report queued, sent and delivered to each text's StatusCallback. */
  readonly statusCallbacks: boolean;
  /** Reports are signed for their StatusCallback but go to this origin, where no public address leads to the test. */
  readonly callbackOrigin?: string;
  /** Reports arrive in any order, as Twilio says they may. */
  readonly shuffleCallbacks?: boolean;
  readonly callbackDelayMs?: number;
  /** Each report arrives twice, as Twilio says it may. */
  readonly repeatCallbacks?: boolean;
  /** How long every answer of the API takes. */
  readonly latencyMs?: number;
  /** Its clock; absent: the machine's. */
  readonly now?: () => Date;
};

/** How reports of texts come. */
export type Reporting = Pick<StandInOptions, "shuffleCallbacks" | "callbackDelayMs" | "repeatCallbacks">;

export type StandIn = {
  /** For TWILIO_API_URL. */
  readonly url: string;
  /** What was sent through the API, oldest first: accepted, whether or not the client heard so. */
  readonly accepted: readonly StandInMessage[];
  /** What phones texted us, oldest first. */
  readonly received: readonly StandInMessage[];
  /** Replies by TwiML, oldest first. */
  readonly replies: readonly StandInMessage[];
  /** Where the account says that texts to our number are posted. */
  readonly webhook: string;
  /** Decides what becomes of each text from now on. */
  behave(behaviour: Behaviour): void;
  /** How the reports of texts that are accepted from now on come. */
  reportBy(reporting: Reporting): void;
  /** Sends to this number are refused with 21610, as after a STOP. */
  optOut(number: string): void;
  /** A phone texts us: posts the signed webhook and gives back the answer. */
  postText(webhookUrl: string, text: TextToPost): Promise<PostedText>;
  /** A phone texts us and no webhook leads here: the text only stands in the list. */
  receiveOnly(text: {
    readonly from: string;
    readonly body: string;
    readonly numMedia?: number;
  }): StandInMessage;
  /** Waits until every report that is due has been posted. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

/** Twilio's REST API and webhooks on loopback, for tests and benches that start and kill the whole program. */
export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const exchange = new Exchange(options);
  const server = createServer((request, response) => {
    answerApi(exchange, request, response).catch((error: unknown) => {
      console.error("stand-in carrier:", error);
      response.destroy();
    });
  });
  const port = await listen(server, options.port ?? 0);
  return {
    url: `http://127.0.0.1:${port}`,
    get accepted() {
      return exchange.messages.filter((message) => message.direction === "outbound-api");
    },
    get received() {
      return exchange.messages.filter((message) => message.direction === "inbound");
    },
    get replies() {
      return exchange.messages.filter((message) => message.direction === "outbound-reply");
    },
    get webhook() {
      return exchange.webhook;
    },
    behave: (behaviour) => {
      exchange.behaviour = behaviour;
    },
    reportBy: (reporting) => {
      exchange.reporting = reporting;
    },
    optOut: (number) => {
      exchange.optedOut.add(number);
    },
    postText: (webhookUrl, text) => postText(exchange, webhookUrl, text),
    receiveOnly: (text) => exchange.receive(text),
    settled: () => exchange.settled(),
    close: async () => {
      exchange.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("no port"));
      else resolve(address.port);
    });
  });
}
