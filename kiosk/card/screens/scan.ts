import { html } from "hono/html";
import { home } from "../../home/words.ts";
import { digitPad } from "../../keyboard/pad.ts";
import { icon } from "../../shell/icons.ts";
import { at, type Frame, type Html, screen } from "../../shell/screen.ts";
import { shell } from "../../shell/words.ts";
import { cardScreens } from "./words.ts";

/** Where somebody stands with a card. The scanner needs no screen of its own: this one says that it is there. */
export function scanScreen(frame: Frame): Html {
  const words = cardScreens[frame.language];
  return screen({
    frame,
    name: "card",
    title: words.scan,
    back: "/kiosk/doors",
    self: "/kiosk/card",
    body: html`<div class="scan">
      <div class="beam">${icon("scan")}</div>
      ${
        frame.mayAct
          ? html`<p>${words.how}</p>
      <div class="actions"><a class="go" href="${at(frame, "/kiosk/card/digits")}">${icon("type")} ${words.digits}</a>
        <a class="second" href="${at(frame, "/kiosk/card/camera")}" data-camera-door hidden>${icon("camera")} ${words.camera}</a></div>`
          : html`<p>${shell[frame.language].readOnly} ${words.noActs}</p>
      <div class="actions"><a class="go" href="${at(frame, "/kiosk/person")}">${icon("person")} ${home[frame.language].person}</a></div>`
      }
    </div>`,
  });
}

export function digitsScreen(frame: Frame): Html {
  const words = cardScreens[frame.language];
  if (!frame.mayAct) return scanScreen(frame);
  return screen({
    frame,
    name: "digits",
    title: words.digits,
    back: "/kiosk/card",
    body: html`<form method="post" action="${at(frame, "/kiosk/card")}" data-look>
      ${digitPad(frame, { name: "seen", label: words.digitsLabel, kind: "card" })}
      <button class="go">${icon("yes")} ${words.look}</button></form>`,
  });
}

/** The screen's own camera, for a kiosk without a scanner. It looks as long as this screen is shown. */
export function cameraScreen(frame: Frame): Html {
  const words = cardScreens[frame.language];
  if (!frame.mayAct) return scanScreen(frame);
  return screen({
    frame,
    name: "camera",
    title: words.camera,
    back: "/kiosk/card",
    body: html`<div class="camera"><video muted playsinline data-camera></video>
      <div><p data-camera-how>${words.cameraHow}</p>
        <p class="alarm" role="alert" data-camera-mute hidden>${words.cameraMute}</p></div>
      <a class="second" href="${at(frame, "/kiosk/card/digits")}">${icon("type")} ${words.digits}</a></div>`,
  });
}
