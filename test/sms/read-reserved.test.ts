import { describe, expect, it } from "vitest";
import { commandOf, verbOf } from "#test/sms/reading.ts";

const CARRIER = [
  ...["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"].map(
    (word) => [word, "stop"] as const,
  ),
  ...["START", "YES", "UNSTOP"].map((word) => [word, "start"] as const),
  ...["HELP", "INFO"].map((word) => [word, "help"] as const),
];

describe("the carrier's own words are left for the carrier to answer", () => {
  it.each(CARRIER)("%s", (word, verb) => {
    const wording = word.toLowerCase();
    expect(commandOf(word)).toEqual({ verb, byCarrier: true, wording });
    expect(commandOf(` ${wording} `)).toEqual({ verb, byCarrier: true, wording });
    // The carrier matches the bare word only, so with a mark after it the answer is ours.
    expect(commandOf(`${word}.`)).toEqual({ verb, byCarrier: false, wording });
  });
});

const STOPS = [
  ["opt out", "opt out"],
  ["OPT-OUT", "opt out"],
  ["stop all", "stop all"],
  ["stop please", "stop"],
  ["Please stop!", "stop"],
  ["Please stop texting me, thanks", "stop texting me"],
  ["remove me", "remove me"],
  ["Leave me alone", "leave me alone"],
  ["don't text me", "dont text me"],
  ["take me off your list", "take me off your list"],
  ["wrong number", "wrong number"],
  ["ALTO", "alto"],
  ["baja", "baja"],
  ["¡Alto, por favor!", "alto"],
  ["no más mensajes", "no mas mensajes"],
  ["quiero darme de baja", "quiero darme de baja"],
  ["déjenme en paz", "dejenme en paz"],
] as const;

describe("any listed way of saying stop stops, and only the listed wording is kept", () => {
  it.each(STOPS)("%s", (text, wording) => {
    expect(commandOf(text)).toEqual({ verb: "stop", byCarrier: false, wording });
  });
});

describe("words near a reserved word do not stop anything", () => {
  it.each([
    "SHOP",
    "STPO",
    "stopp",
    "QUILT",
    "quite",
    "stop by at 5",
    "end of the path",
    "quit smoking group?",
    "cancelled?",
    "ends",
    "alto grande",
    "start at 5",
    "yes please",
    "yes I can",
    "baja la musica",
  ])("%s", (text) => {
    expect(verbOf(text)).toBe("other");
  });
});

describe("help is answered with who we are", () => {
  it.each([
    "AYUDA",
    "help!",
    "info please",
    "I need help",
    "what is this?",
    "¿cómo funciona?",
    "necesito ayuda",
  ])("%s", (text) => {
    expect(commandOf(text)).toMatchObject({ verb: "help", byCarrier: false });
  });
});
