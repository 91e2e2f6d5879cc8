import { html } from "hono/html";
export const simulatorPage = (facts: { nodeName: string }) => html`<h1>${facts.nodeName}</h1>`;
