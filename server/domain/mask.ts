const DIGITS_WITH_SIGNS = /(?<!\p{Nd})\+?\(?\p{Nd}(?:[\s().\-/‐-―·•*_~]{0,3}\p{Nd}){6,}/gu;
const DATE = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})$/;
const LINK =
  /\b(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|info|io|co|me|ly|app|link|xyz|gl|us|mx|es)\b(?:\/\S*)?/gi;

/** What stands for a phone number that was hidden. */
export const HIDDEN_NUMBER = "(number hidden)";

export type Masked = { readonly words: string; readonly masked: boolean };

/** Hides what looks like a phone number (seven digits or more, however they are set apart). */
export function maskPhones(words: string): Masked {
  let masked = false;
  const hidden = words.replace(DIGITS_WITH_SIGNS, (found) => {
    if (DATE.test(found.trim())) return found;
    masked = true;
    return HIDDEN_NUMBER;
  });
  return { words: hidden, masked };
}

/** Hides addresses of web pages: they carry tricks, and basic phones cannot open them. */
export function maskLinks(words: string): Masked {
  const hidden = words.replace(LINK, "(link hidden)");
  return { words: hidden, masked: hidden !== words };
}
