/** Three rows of ten, so that a key is 20 mm on a screen of 10 inches. */
export type Layout = { readonly default: string[]; readonly signs: string[] };

const ERASE = "{bksp}";
const BOTTOM = ". , ? ! {letters} {space}";

export const LAYOUTS: Readonly<Record<string, Layout>> = {
  en: {
    default: ["q w e r t y u i o p", `a s d f g h j k l ${ERASE}`, "{signs} z x c v b n m {space}"],
    signs: ["1 2 3 4 5 6 7 8 9 0", `: / - ' & ( ) ; " ${ERASE}`, `+ @ ${BOTTOM}`],
  },
  es: {
    default: ["q w e r t y u i o p", "a s d f g h j k l ñ", `{signs} z x c v b n m ${ERASE} {space}`],
    signs: ["1 2 3 4 5 6 7 8 9 0", `á é í ó ú ü ¿ ¡ : ${ERASE}`, `/ - ${BOTTOM}`],
  },
};

/** What stands on the keys that are no letter. */
export const SHOWN: Readonly<Record<string, string>> = {
  "{bksp}": "⌫",
  "{space}": "␣",
  "{letters}": "abc",
};

export const SIGNS_SHOWN: Readonly<Record<string, string>> = { en: "123", es: "áé1" };
