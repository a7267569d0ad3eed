/** Colours as a browser computes them, and how far two of them stand apart (WCAG 2.2, 1.4.3). */

/** Parts of 0 to 255, and how much covers what lies beneath, 0 to 1. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

export const white: Colour = { red: 255, green: 255, blue: 255, alpha: 1 };
const written = /rgba?\([^)]*\)/g;

/** Every colour that a computed value names: one of `background-color`, several of a gradient. */
export function coloursIn(value: string): Colour[] {
  return [...value.matchAll(written)].map(([colour]) => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
    return { red, green, blue, alpha };
  });
}

/** What is seen where a colour lies on one that lets nothing through. */
export function over(top: Colour, ground: Colour): Colour {
  const mixed = (part: 'red' | 'green' | 'blue'): number => top[part] * top.alpha + ground[part] * (1 - top.alpha);
  return { red: mixed('red'), green: mixed('green'), blue: mixed('blue'), alpha: 1 };
}

function luminance({ red, green, blue }: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** 1 to 21. */
export function contrastBetween(one: Colour, other: Colour): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}
