export type CastSayings = {
  castRefused: Record<never, never>;
};
