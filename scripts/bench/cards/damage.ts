import type { Raster } from "#test/support/scanner.ts";
import type { Dice } from "./dice.ts";

/** A QR code without its quiet zone, in pixels. */
export type Square = {
  readonly x: number;
  readonly y: number;
  readonly side: number;
  readonly module: number;
};
/** Which points of a card are damaged. */
export type Shape = (x: number, y: number) => boolean;
export type Draw = (symbol: Square, dice: Dice) => Shape;

const WHITE = 255;
const FINDER_MODULES = 7;

/** A blot of no regular shape, anywhere on the symbol, that covers `part` of its area. */
export function blot(part: number): Draw {
  return ({ x, y, side }, dice) => {
    const radius = side * Math.sqrt(part / Math.PI);
    const waves = [2, 3, 5].map((count) => ({ count, high: dice() * 0.18, turn: dice() * 2 * Math.PI }));
    const bulge = (angle: number) =>
      waves.reduce((sum, { count, high, turn }) => sum + high * Math.sin(count * angle + turn), 1);
    // The waves add to the area what their squares sum up to.
    const fair = Math.sqrt(1 + waves.reduce((sum, { high }) => sum + high ** 2 / 2, 0));
    const middle = () => radius + dice() * (side - 2 * radius);
    const [middleX, middleY] = [x + middle(), y + middle()];
    return (atX, atY) => {
      const [right, down] = [atX - middleX, atY - middleY];
      return Math.hypot(right, down) < (radius * bulge(Math.atan2(down, right))) / fair;
    };
  };
}

/** A fold through the symbol, `part` of its side wide, at any angle. */
export function crease(part: number): Draw {
  return ({ x, y, side }, dice) => {
    const angle = dice() * Math.PI;
    const [throughX, throughY] = [x + (0.2 + dice() * 0.6) * side, y + (0.2 + dice() * 0.6) * side];
    return (atX, atY) => {
      const away = (atX - throughX) * Math.sin(angle) - (atY - throughY) * Math.cos(angle);
      return Math.abs(away) < (part * side) / 2;
    };
  };
}

/** The same, but none of the three corner squares is touched by which a reader finds a code at all. */
export function besideSquares(draw: Draw): Draw {
  return (symbol, dice) => {
    let shape = draw(symbol, dice);
    while (touchesSquares(shape, symbol)) shape = draw(symbol, dice);
    return shape;
  };
}

/** All of a shape in one grey: 0 is ink, 255 is bare paper. */
export function paint({ width, height, pixels }: Raster, shape: Shape, grey: number): void {
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) if (shape(x + 0.5, y + 0.5)) pixels[y * width + x] = grey;
}

/** Ink that is hardly darker than paper: `part` of the contrast is left. */
export function fade({ pixels }: Raster, part: number): void {
  for (const [at, grey] of pixels.entries()) pixels[at] = WHITE - (WHITE - grey) * part;
}

function touchesSquares(shape: Shape, { x, y, side, module }: Square): boolean {
  const square = FINDER_MODULES * module;
  const far = side - square;
  return [
    [0, 0],
    [far, 0],
    [0, far],
  ].some(([right = 0, down = 0]) => {
    for (let atY = 0; atY < square; atY++)
      for (let atX = 0; atX < square; atX++) if (shape(x + right + atX, y + down + atY)) return true;
    return false;
  });
}
