import type { Weekday } from "#server/domain/recurrence.ts";

/** A small camp to look around in: what `npm start -- --demo` loads. */
type DemoGroup = {
  readonly name: string;
  readonly about: string;
  readonly interests: string;
  readonly place: string;
  readonly contact: string;
  readonly days: readonly Weekday[];
  readonly time: string;
};

const DAILY: readonly Weekday[] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

export const GROUPS: readonly DemoGroup[] = [
  {
    name: "Kitchen",
    about: "Three meals a day for everybody. No experience needed.",
    interests: "cooking, chopping, washing up, cocina, cocinar, fregar",
    place: "Kitchen tent",
    contact: "the kitchen lead",
    days: DAILY,
    time: "16:00",
  },
  {
    name: "Builders",
    about: "Tents, tables, ramps and whatever breaks.",
    interests: "building, carpentry, repairs, tools, construir, reparar, herramientas",
    place: "Tool shed",
    contact: "whoever wears the orange hat",
    days: ["MO", "WE", "FR", "SU"],
    time: "09:30",
  },
  {
    name: "First aid",
    about: "Care for small wounds and tired people.",
    interests: "first aid, nursing, care, health, primeros auxilios, salud, cuidar",
    place: "Care tent",
    contact: "the medic on duty",
    days: DAILY,
    time: "18:30",
  },
  {
    name: "Children's corner",
    about: "Games and stories, with parents in turns.",
    interests: "children, kids, family, games, stories, childcare, niños, familia, juegos, cuentos",
    place: "Under the oak",
    contact: "Rosa or whoever tells the story",
    days: ["TU", "TH", "SA", "SU"],
    time: "10:00",
  },
  {
    name: "Garden and compost",
    about: "Paths, water, compost and the herb bed.",
    interests: "gardening, garden, cleaning, compost, water, jardín, plantas, limpiar, agua",
    place: "Herb bed",
    contact: "the water team",
    days: ["WE", "SA", "SU"],
    time: "08:30",
  },
  {
    name: "Music and stage",
    about: "Songs at the fire, a stage for everybody.",
    interests: "music, singing, art, painting, guitar, theatre, música, cantar, arte, pintar, teatro",
    place: "Fire circle",
    contact: "the person with the bell",
    days: ["TU", "FR", "SA"],
    time: "20:00",
  },
  {
    name: "Rides and errands",
    about: "Cars, bikes and who can carry things where.",
    interests: "driving, rides, transport, carrying, bikes, conducir, llevar, transporte, bicicletas",
    place: "Gate",
    contact: "the driver at the gate",
    days: DAILY,
    time: "08:00",
  },
  {
    name: "Words and translation",
    about: "Minutes, signs and talking between languages.",
    interests:
      "writing, translating, talking, listening, signs, escribir, traducir, hablar, escuchar, carteles",
    place: "Info tent",
    contact: "the scribe",
    days: ["MO", "WE", "FR"],
    time: "17:00",
  },
];

export const POSTS = [
  ["need", "2 tarps till Friday"],
  ["need", "a ride to the clinic tomorrow morning"],
  ["gift", "bike repair, mornings"],
  ["need", "size 10 boots"],
  ["gift", "hot soup every evening"],
  ["gift", "5 blankets"],
  ["need", "somebody who translates Spanish"],
  ["gift", "guitar lessons"],
  ["need", "phone charging cable"],
  ["gift", "haircuts on Sunday"],
  ["need", "help to carry water"],
  ["gift", "a tent for two people"],
] as const;
