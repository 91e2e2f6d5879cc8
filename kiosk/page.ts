import { html } from "hono/html";
export const kioskPage = async (facts: { nodeName: string; number: string; needs: number; gifts: number }) =>
  html`<h1>${facts.nodeName}</h1>`;
