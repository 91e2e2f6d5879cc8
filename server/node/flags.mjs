/** Less room for what is young: the rest is set where the lexicon has been read (server/knowledge.ts). */
export const MEMORY_FLAGS = ["--max-semi-space-size=4"];

/** How Node runs Giftline, with `server/main.ts` or a script behind them. */
export const FLAGS = [
  // Stripping types is no experiment to whoever starts the server.
  "--disable-warning=ExperimentalWarning",
  `--import=${new URL("./typescript.mjs", import.meta.url)}`,
  ...MEMORY_FLAGS,
];
