export type Likelihood = "sure" | "likely" | "maybe" | "unlikely";

const SURE_FROM = 0.85;
const LIKELY_FROM = 0.6;

/** The probability of a match in words. What nobody is asked over is a near miss, however near. */
export function likelihoodOf(probability: number, fits: boolean): Likelihood {
  if (!fits) return "unlikely";
  if (probability >= SURE_FROM) return "sure";
  return probability >= LIKELY_FROM ? "likely" : "maybe";
}
