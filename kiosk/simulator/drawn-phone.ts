import { html } from "hono/html";

const KEYS = [
  ["1", ".,?!"],
  ["2", "abc"],
  ["3", "def"],
  ["4", "ghi"],
  ["5", "jkl"],
  ["6", "mno"],
  ["7", "pqrs"],
  ["8", "tuv"],
  ["9", "wxyz"],
  ["*", ".,?'"],
  ["0", "space"],
  ["#", "abc 123"],
] as const;

const ARROWS = [
  ["up", "Scroll up"],
  ["left", "Cursor left"],
  ["right", "Cursor right"],
  ["down", "Scroll down"],
] as const;

/** One basic phone, copied for each on the page. */
export function phoneTemplate(contact: string) {
  return html`<template id="phone">
    <section class="phone">
      <div class="tape">
        <input data-number type="tel" inputmode="tel" autocomplete="off" spellcheck="false" maxlength="24" aria-label="This phone's number" />
        <button type="button" class="away" data-remove aria-label="Put this phone away">&times;</button>
      </div>
      <div class="body">
        <div class="earpiece" aria-hidden="true"></div>
        ${screen(contact)}
        <div class="calls">
          <button type="button" class="call" data-key="send" aria-label="Green key: send">${handset()}</button>
          <div class="pad">
            ${ARROWS.map(([key, name]) => html`<button type="button" class="arrow ${key}" data-key="${key}" aria-label="${name}"></button>`)}
          </div>
          <button type="button" class="call end" data-key="clear" aria-label="Red key: clear">${handset()}</button>
        </div>
        <div class="keys" role="group" aria-label="Keypad">
          ${KEYS.map(([key, letters]) => html`<button type="button" data-key="${key}"><b>${key}</b> <span>${letters}</span></button>`)}
        </div>
      </div>
    </section>
  </template>`;
}

function screen(contact: string) {
  return html`<div class="screen">
    <div class="status">${signal()}<strong>${contact}</strong>${battery()}</div>
    <div class="thread" data-thread role="log" tabindex="0" aria-label="Texts on this phone"></div>
    <p class="fault" role="alert" data-fault></p>
    <div class="compose">
      <textarea data-draft rows="1" maxlength="1600" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="send" placeholder="Write a text" aria-label="Text to send"></textarea>
      <div class="bar">
        <button type="button" data-key="send">Send</button>
        <span><span data-mode>abc</span> <span class="counter" data-counter></span></span>
        <button type="button" data-key="delete">Delete</button>
      </div>
    </div>
  </div>`;
}

/** One text on a phone's screen. */
export function textTemplate() {
  return html`<template id="text">
    <article class="text">
      <p><span class="unseen" data-whose></span> <span data-body dir="auto"></span></p>
      <footer><time></time> <span class="ticks" aria-hidden="true" data-ticks></span> <span class="unseen" data-state-words></span></footer>
    </article>
  </template>`;
}

function signal() {
  return html`<svg viewBox="0 0 20 14" aria-hidden="true"><path d="M1 10h3v4H1zM6 7h3v7H6zM11 4h3v10h-3zM16 0h3v14h-3z" /></svg>`;
}

function battery() {
  return html`<svg viewBox="0 0 24 14" aria-hidden="true"><path fill-rule="evenodd" d="M0 1h21v3h3v6h-3v3H0zm2 2v8h17V3z" /><path d="M4 5h3v4H4zM9 5h3v4H9zM14 5h3v4h-3z" /></svg>`;
}

function handset() {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6.6 2.5 9.8 3l1.2 5-2.4 1.9a14 14 0 0 0 5.5 5.5L16 13l5 1.200.5 3.200c0 2-1.500 3.600-3.500 3.600C10 21 3 14 3 6c0-2 1.600-3.500 3.600-3.500z" /></svg>`;
}
