import { html } from "hono/html";
import type { TextPreview } from "#sms/broadcast.ts";
import type { Frame, Html } from "./layout.ts";
import { broadcasts } from "./words/broadcasts.ts";

/** The text on a drawn phone, what is dear in it marked, and what it takes. A script keeps it up with the words. */
export function drawnText(preview: TextPreview, language: Frame["language"]): Html {
  const words = broadcasts[language];
  const wide = preview.encoding === "UCS-2";
  return html`<figure class="drawn" data-preview>
    <figcaption>${words.preview}</figcaption>
    <p class="drawn-screen" data-text>${preview.pieces.map((piece) => (piece.fix === null ? piece.text : html`<mark>${piece.text}</mark>`))}</p>
    <p><b data-characters>${preview.characters}</b> ${words.characters} · ${words.segments} <b data-segments>${preview.segments}</b></p>
    <p class="soft" data-wide ${wide ? "" : "hidden"}>${words.wideAlphabet}</p>
    <p class="soft" data-plain ${wide ? "hidden" : ""}>${words.phoneAlphabet}</p>
  </figure>`;
}
