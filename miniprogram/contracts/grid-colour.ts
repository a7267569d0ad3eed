import type { GridColour } from './hat';

/** A grid's colour, and that of what is written on it. Map, card, door plate and list of vests take it from here. */
export interface ColourPair {
  readonly fill: string;
  readonly ink: string;
}

/** As `styles/grids.wxss` has them for pages. */
export const gridColourValues: Readonly<Record<GridColour, ColourPair>> = {
  red: { fill: '#b9161c', ink: '#ffffff' },
  yellow: { fill: '#d99a00', ink: '#211c17' },
  blue: { fill: '#1a66a6', ink: '#ffffff' },
  green: { fill: '#25764a', ink: '#ffffff' },
  purple: { fill: '#6a4b9c', ink: '#ffffff' },
};

/** Of a place outside the coloured grids. */
export const noColourValue: ColourPair = { fill: '#665d52', ink: '#ffffff' };

export function colourPair(colour: GridColour | undefined): ColourPair {
  return colour === undefined ? noColourValue : gridColourValues[colour];
}
