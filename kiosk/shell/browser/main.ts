import { startPrinting } from "../../print/browser/slip.ts";
import { startKeyboard } from "../../keyboard/browser/start.ts";
import { startClock } from "./clock.ts";
import { watchConnection } from "./connection.ts";
import { startIdle } from "./idle.ts";
import { startKeypad } from "./keypad.ts";
import { startListening } from "./listen.ts";
import { startLooks } from "./looks.ts";
import { whenShown } from "./shown.ts";
import { startWalking } from "./walk.ts";

/** One document for a whole visit: screens change in it, so that nothing of a person is in an address or a history. */
startWalking();
startIdle();
startLooks();
startListening();
startKeypad();
startKeyboard();
startClock();
startPrinting();
watchConnection();
document.addEventListener("contextmenu", (event) => event.preventDefault());
document.addEventListener("dragstart", (event) => event.preventDefault());
whenShown.tell();
