/** How many pixels a millimetre has on common touchscreens of that size: 7, 10.1 and 21.5 inches upright. */
const COMMON = `:root{--mm:5.88px}
@media (max-width:899px){:root{--mm:5.25px}}
@media (orientation:portrait) and (min-width:900px){:root{--mm:4.03px}}
`;

/** The style that makes `--mm` a millimetre of this screen: as measured with a ruler, else guessed. */
export function sizeSheet(pixelsPerMm: number | null): string {
  return pixelsPerMm === null ? COMMON : `:root{--mm:${pixelsPerMm}px}\n`;
}
