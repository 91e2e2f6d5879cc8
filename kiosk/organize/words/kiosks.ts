import type { Language } from "#server/domain/language.ts";

const en = {
  title: "Screens",
  lead: "The touchscreens of the camp. Anybody may look at the kiosk from any browser; a screen takes cards and posts only once it is let.",
  let: "Let a screen act",
  letSays:
    "On that screen open /kiosk/pair (or hold its top right corner for three seconds), touch “Ask to act”, and type its six digits here within a quarter of an hour.",
  code: "Its six digits",
  name: "Name",
  nameSays: "Where it stands: “Info tent, left”.",
  letIt: "Let it act",
  here: "this machine",
  alive: (when: string) => `last sign of life ${when}`,
  silent: "no sign of life yet",
  letBy: "let by",
  outOfOrder: "out of order",
  rename: "Rename",
  pin: "PIN of the staff corner",
  pinSays:
    "4 to 8 digits; empty: no staff corner. Hold the top right corner of the screen for three seconds.",
  hasPin: "set",
  noPin: "not set",
  setPin: "Set the PIN",
  printer: "Receipt printer",
  printerSays: "Its address in this network, like 192.168.1.50:9100; empty: the browser prints.",
  setPrinter: "Set the printer",
  setOut: "Take out of order",
  setIn: "Put back in order",
  revoke: "Revoke",
  said: {
    let: "It may act. The screen notices by itself within a few seconds.",
    changed: "Changed.",
    revoked: "Revoked: it may only be read from now on.",
    gone: "This screen is not there any more.",
    "wrong-code":
      "No screen waits with these digits. Look at it again: they change after a quarter of an hour.",
    "too-many": "Too many wrong codes. Wait a quarter of an hour.",
    "bad-name": "Give it a name of at most 30 letters.",
    "bad-pin": "A PIN has 4 to 8 digits.",
    "bad-printer":
      "That is no printer we can reach: an address in a private network, with a port from 9100 to 9109.",
    "this-machine": "The screen of this machine cannot be revoked. Take it out of order instead.",
  },
};

export type KiosksWords = typeof en;

const es: KiosksWords = {
  title: "Pantallas",
  lead: "Las pantallas táctiles del campamento. Cualquiera puede mirar el kiosco desde cualquier navegador; una pantalla acepta tarjetas y avisos solo cuando se le deja.",
  let: "Dejar actuar a una pantalla",
  letSays:
    "En esa pantalla abre /kiosk/pair (o mantén tocada tres segundos la esquina de arriba a la derecha), toca «Pedir permiso» y escribe aquí sus seis números antes de un cuarto de hora.",
  code: "Sus seis números",
  name: "Nombre",
  nameSays: "Dónde está: «Carpa, izquierda».",
  letIt: "Dejarla actuar",
  here: "esta máquina",
  alive: (when) => `última señal de vida ${when}`,
  silent: "todavía sin señal de vida",
  letBy: "permitida por",
  outOfOrder: "fuera de servicio",
  rename: "Cambiar nombre",
  pin: "PIN de la esquina del equipo",
  pinSays:
    "De 4 a 8 números; vacío: sin esquina. Mantén tocada tres segundos la esquina de arriba a la derecha.",
  hasPin: "puesto",
  noPin: "sin poner",
  setPin: "Poner el PIN",
  printer: "Impresora de recibos",
  printerSays: "Su dirección en esta red, como 192.168.1.50:9100; vacío: imprime el navegador.",
  setPrinter: "Poner la impresora",
  setOut: "Poner fuera de servicio",
  setIn: "Poner en servicio",
  revoke: "Anular",
  said: {
    let: "Ya puede actuar. La pantalla lo nota sola en unos segundos.",
    changed: "Cambiado.",
    revoked: "Anulada: desde ahora solo se puede mirar.",
    gone: "Esta pantalla ya no está.",
    "wrong-code":
      "Ninguna pantalla espera con esos números. Mírala otra vez: cambian tras un cuarto de hora.",
    "too-many": "Demasiados códigos equivocados. Espera un cuarto de hora.",
    "bad-name": "Ponle un nombre de 30 letras como mucho.",
    "bad-pin": "Un PIN tiene de 4 a 8 números.",
    "bad-printer":
      "A esa impresora no llegamos: una dirección de una red privada, con un puerto de 9100 a 9109.",
    "this-machine": "La pantalla de esta máquina no se puede anular. Ponla fuera de servicio.",
  },
};

export const kiosks: Readonly<Record<Language, KiosksWords>> = { en, es };
