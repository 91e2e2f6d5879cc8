import { isTouch, part } from "./dom.ts";
import { AWAY } from "./line.ts";
import { freeNumber, MOST_PHONES, rememberedNumbers, rememberNumbers } from "./numbers.ts";
import { createPhone, type PhoneOnPage } from "./phone.ts";
import { whileVisible } from "./polling.ts";

const LOOK_EVERY_MS = 700;

const row = part(document, "[data-phones]", HTMLElement);
const another = part(document, "[data-another]", HTMLButtonElement);
const trouble = part(document, "[data-trouble]", HTMLElement);
const templates = {
  phone: part(document, "#phone", HTMLTemplateElement),
  text: part(document, "#text", HTMLTemplateElement),
};
let phones: readonly PhoneOnPage[] = [];
let lit: PhoneOnPage | undefined;

function add(number: string): PhoneOnPage {
  const phone = createPhone(number, templates, { refuses: refusalOf, renumbered: () => arranged() });
  phone.element.setAttribute("data-colour", freeColour());
  for (const touch of ["focusin", "pointerdown"]) phone.element.addEventListener(touch, () => light(phone));
  part(phone.element, "[data-remove]", HTMLButtonElement).addEventListener("click", () => remove(phone));
  row.insertBefore(phone.element, another);
  phones = [...phones, phone];
  arranged();
  return phone;
}

function remove(phone: PhoneOnPage): void {
  phone.element.remove();
  phones = phones.filter((one) => one !== phone);
  arranged();
  if (lit === phone && phones[0]) light(phones[0]);
  lit?.focus();
}

/** What depends on how many phones lie on the page, and which. */
function arranged(): void {
  another.hidden = phones.length >= MOST_PHONES;
  for (const { element } of phones) part(element, "[data-remove]", HTMLElement).hidden = phones.length === 1;
  rememberNumbers(phones.map((phone) => phone.number()));
  void look();
}

function refusalOf(number: string, by: PhoneOnPage): string | null {
  const isTaken = phones.some((phone) => phone !== by && phone.number() === number);
  return isTaken ? "Another phone on this page has that number." : null;
}

/** The lit phone is the one that the examples go to. */
function light(phone: PhoneOnPage): void {
  lit = phone;
  for (const { element } of phones) element.classList.toggle("is-lit", element === phone.element);
}

function freeColour(): string {
  const taken = phones.map(({ element }) => element.getAttribute("data-colour"));
  const all = Array.from({ length: MOST_PHONES }, (_, index) => String(index));
  return all.find((colour) => !taken.includes(colour)) ?? "0";
}

async function look(): Promise<void> {
  const results = await Promise.allSettled(phones.map((phone) => phone.refresh()));
  const words = results.some(({ status }) => status === "rejected") ? AWAY : "";
  if (trouble.textContent !== words) trouble.textContent = words;
}

another.addEventListener("click", () => {
  const phone = add(freeNumber(phones.map((one) => one.number())));
  light(phone);
  phone.focus();
  phone.element.scrollIntoView({ block: "nearest", inline: "center" });
});
for (const example of document.querySelectorAll<HTMLButtonElement>("[data-example]")) {
  example.addEventListener("click", (event) => {
    lit?.fill(example.textContent);
    if (!isTouch(event)) lit?.focus();
  });
}
for (const number of rememberedNumbers()) add(number);
if (phones[0]) light(phones[0]);
whileVisible(look, LOOK_EVERY_MS);
