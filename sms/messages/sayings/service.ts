import type { PostKind } from "#server/domain/post.ts";

export type ServiceSayings = {
  menu: Record<never, never>;
  /** The second text in a row that we did not understand. */
  menuAndPerson: Record<never, never>;
  /** A digit after the menu's time. */
  menuOver: Record<never, never>;
  unclear: { options: readonly PostKind[] };
  languages: Record<never, never>;
  languageSet: Record<never, never>;
  wipeAsk: Record<never, never>;
  wipeKept: Record<never, never>;
  wiped: Record<never, never>;
  /** After 0: tell us in words, a person at the info tent reads it. */
  personAsk: Record<never, never>;
  personTold: Record<never, never>;
  help: Record<never, never>;
  stopped: Record<never, never>;
  started: Record<never, never>;
  newsOn: Record<never, never>;
  newsOff: Record<never, never>;
  /** Empty or a picture only. */
  onlyText: Record<never, never>;
  emergency: Record<never, never>;
};
