export type OrganizerSayings = {
  /** The one-time code that somebody at the console asked for. */
  signInCode: { code: string };
};
