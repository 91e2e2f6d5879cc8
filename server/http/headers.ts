import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

const HALF_A_YEAR = 180 * 24 * 3600;

/** Nothing comes from elsewhere and nothing frames us; `more`: what the pages of one path need beside. */
export function headersWith(
  more: Readonly<Record<string, string[]>>,
  isEncrypted: boolean,
): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", "data:"],
      fontSrc: ["'self'"],
      mediaSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      ...more,
    },
    permissionsPolicy: {
      camera: ["self"],
      microphone: [],
      geolocation: [],
      payment: [],
      usb: [],
      displayCapture: [],
    },
    xFrameOptions: "DENY",
    referrerPolicy: "no-referrer",
    // Where there is no TLS a browser ignores it, and screens of the camp's own network stay reachable.
    strictTransportSecurity: isEncrypted && `max-age=${HALF_A_YEAR}`,
  });
}
