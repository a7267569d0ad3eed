/**
 * A page that is to be printed, as marks on paper: millimetres from the upper left corner, type in points, colours as
 * `#rrggbb`. What lays pages out knows no PDF, and what writes PDF no stations.
 */
export type Mark =
  | {
      readonly kind: 'text';
      readonly x: number;
      /** Of the line's foot. */
      readonly y: number;
      readonly size: number;
      readonly colour: string;
      readonly text: string;
      readonly align?: 'left' | 'middle' | 'right';
    }
  | { readonly kind: 'disc'; readonly x: number; readonly y: number; readonly radius: number; readonly colour: string }
  | {
      readonly kind: 'line';
      readonly x: number;
      readonly y: number;
      readonly toX: number;
      readonly toY: number;
      readonly colour: string;
      readonly dashed?: boolean;
    }
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly colour: string;
    }
  | { readonly kind: 'picture'; readonly x: number; readonly y: number; readonly side: number; readonly png: Buffer };

export interface PaperPage {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** A point of type in millimetres. */
export const millimetresPerPoint = 25.4 / 72;

/** How wide a text is, near enough to lay it out: Chinese characters are square, the others about half. */
export function textWidth(text: string, size: number): number {
  const ems = Array.from(text).reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? 1 : 0.56), 0);
  return ems * size * millimetresPerPoint;
}
