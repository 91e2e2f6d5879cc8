import type { Language } from "#server/domain/language.ts";
import type { PostKind } from "#server/domain/post.ts";
import type { IconName } from "../shell/icons.ts";

type Said = Readonly<Record<Language, string>>;

/** The commonest things, each with the words that a touch posts. */
export type Suggestion = {
  /** In the address. */
  readonly name: string;
  readonly icon: IconName;
  readonly label: Said;
  readonly choices: readonly Said[];
};

export const SUGGESTIONS: Readonly<Record<PostKind, readonly Suggestion[]>> = {
  need: [
    of(
      "food",
      "food",
      ["Food, water", "Comida, agua"],
      [
        ["a meal for 1", "comida para 1"],
        ["meals for 2", "comida para 2"],
        ["meals for 4", "comida para 4"],
        ["drinking water", "agua potable"],
        ["baby food", "comida de bebé"],
      ],
    ),
    of(
      "ride",
      "ride",
      ["A ride", "Viajes"],
      [
        ["a ride to town", "transporte al pueblo"],
        ["a ride to the clinic", "transporte a la clínica"],
        ["a ride to the shop", "transporte a la tienda"],
        ["a ride to the station", "transporte a la estación"],
        ["help to carry things", "ayuda para cargar cosas"],
      ],
    ),
    of(
      "bed",
      "bed",
      ["Sleep, shelter", "Dormir, techo"],
      [
        ["a bed tonight", "una cama hoy"],
        ["a tent", "una carpa"],
        ["a sleeping bag", "un saco de dormir"],
        ["2 blankets", "2 mantas"],
        ["a tarp", "una lona"],
      ],
    ),
    of(
      "tools",
      "tools",
      ["Tools, repair", "Arreglos"],
      [
        ["a hammer", "un martillo"],
        ["a drill", "un taladro"],
        ["rope", "cuerda"],
        ["bike repair", "reparar mi bici"],
        ["phone charging", "cargar mi teléfono"],
      ],
    ),
    of(
      "care",
      "care",
      ["A helping hand", "Una mano amiga"],
      [
        ["child care today", "cuidar niños hoy"],
        ["someone to talk to", "alguien con quien hablar"],
        ["a translator", "alguien que traduzca"],
        ["help with a form", "ayuda con un papel"],
        ["warm clothes", "ropa de abrigo"],
      ],
    ),
  ],
  gift: [
    of(
      "food",
      "food",
      ["Food, water", "Comida, agua"],
      [
        ["meals for 2", "comida para 2"],
        ["meals for 10", "comida para 10"],
        ["bread", "pan"],
        ["fruit and vegetables", "fruta y verdura"],
        ["help in the kitchen", "ayuda en la cocina"],
      ],
    ),
    of(
      "ride",
      "ride",
      ["A ride", "Viajes"],
      [
        ["a ride to town", "transporte al pueblo"],
        ["a ride to the clinic", "transporte a la clínica"],
        ["a ride to the shop", "transporte a la tienda"],
        ["a ride to the station", "transporte a la estación"],
        ["help to carry things", "ayuda para cargar cosas"],
      ],
    ),
    of(
      "bed",
      "bed",
      ["Sleep, shelter", "Dormir, techo"],
      [
        ["a bed tonight", "una cama hoy"],
        ["a tent", "una carpa"],
        ["a sleeping bag", "un saco de dormir"],
        ["2 blankets", "2 mantas"],
        ["2 tarps", "2 lonas"],
      ],
    ),
    of(
      "tools",
      "tools",
      ["Tools, repair", "Arreglos"],
      [
        ["a hammer", "un martillo"],
        ["a drill", "un taladro"],
        ["carpentry", "carpintería"],
        ["bike repair", "reparar bicis"],
        ["sewing", "costura"],
      ],
    ),
    of(
      "care",
      "care",
      ["My time", "Mi tiempo"],
      [
        ["child care", "cuidar niños"],
        ["listening", "escuchar"],
        ["translation", "traducir"],
        ["first aid", "primeros auxilios"],
        ["music lessons", "clases de música"],
      ],
    ),
  ],
};

function of(
  name: string,
  icon: IconName,
  label: readonly [string, string],
  choices: readonly (readonly [string, string])[],
): Suggestion {
  return { name, icon, label: said(label), choices: choices.map(said) };
}

function said([en, es]: readonly [string, string]): Said {
  return { en, es };
}
