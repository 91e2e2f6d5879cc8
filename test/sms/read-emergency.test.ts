import { describe, expect, it } from "vitest";
import { verbOf } from "#test/sms/reading.ts";

const ALARMS = [
  "help he's here",
  "HELP HE’S HERE",
  "help me",
  "please help me",
  "help us!!",
  "help please",
  "help my son",
  "help someone is hurt",
  "911",
  "911 big tent",
  "call an ambulance",
  "fire",
  "FIRE in the kitchen!!",
  "there's a fire",
  "the tent is on fire",
  "emergency",
  "emergancy at gate 2",
  "need ambulance",
  "need a medic now",
  "my friend overdosed",
  "NEED narcan, he's not breathing",
  "she cant breath",
  "I can't breathe",
  "he collapsed",
  "she passed out by the well",
  "heart attack",
  "having a seizure",
  "he has a gun",
  "man with a knife at the gate",
  "she is being attacked",
  "my husband hit me",
  "I want to kill myself",
  "my friend is suicidal",
  "lost child at the gate",
  "smell gas in the kitchen",
  "81 he is not breathing",
  "112",
  "fuego",
  "¡Hay fuego!",
  "socorro",
  "auxilio",
  "ayúdame",
  "ayuda por favor",
  "ayuda, está aquí",
  "llamen una ambulancia",
  "necesito ambulancia",
  "sobredosis",
  "NECESITO narcan, no respira",
  "no puedo respirar",
  "ataque al corazón",
  "tiene una pistola",
  "mi novio me golpea",
  "se quiere suicidar",
  "me quiere matar",
];

describe("a cry for help raises the alarm", () => {
  it.each(ALARMS)("%s", (text) => {
    expect(verbOf(text)).toBe("emergency");
  });
});

const CALM = [
  ["HELP", "help"],
  ["help with dishes", "other"],
  ["help me move a couch", "other"],
  ["help us set up the tent", "other"],
  ["ayuda con platos", "other"],
  ["ayúdenme con las lonas", "other"],
  ["NEED fire wood", "need"],
  ["need fire extinguisher", "need"],
  ["need help moving a couch", "need"],
  ["NEED ride 911 Main St", "need"],
  ["need emergency blankets", "need"],
  ["need overdose kits", "need"],
  ["need someone with a gun safe", "need"],
  ["firewood at the gate", "other"],
  ["fire pit tonight?", "other"],
  ["emergency contact?", "other"],
  ["my tent collapsed", "other"],
  ["my phone is going to die", "other"],
  ["hit me up at 5", "other"],
  ["81 I got shot down", "relay"],
  ["GIFT overdose training", "gift"],
  ["REGALO clases contra el suicidio", "gift"],
  ["GROUP suicide prevention", "group"],
  ["AGENDA not breathing smoke", "agenda"],
  ["CAST heart attack training at 5", "cast"],
  ["campfire at 9", "other"],
  ["alguien tiene una navaja?", "other"],
  ["primeros auxilios mañana?", "other"],
  ["hit my thumb lol", "other"],
] as const;

describe("ordinary talk does not", () => {
  it.each(CALM)("%s", (text, verb) => {
    expect(verbOf(text)).toBe(verb);
  });
});
