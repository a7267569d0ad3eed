import { millimetresPerPoint, textWidth } from '../drawing';

/** The type size at which a text fits a width, at most and at least so many points. */
export function fitSize(text: string, width: number, { most, least }: { most: number; least: number }): number {
  const wide = textWidth(text, most);
  return wide <= width ? most : Math.max(least, Math.floor((most * width * 10) / wide) / 10);
}

/** Cuts a text into lines of a width; what does not fit into so many lines is left to the last one. */
export function wrapLines(
  text: string,
  width: number,
  { size, most }: { size: number; most: number },
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const letter of text) {
    if (line !== '' && lines.length < most - 1 && textWidth(line + letter, size) > width) {
      lines.push(line);
      line = letter;
    } else line += letter;
  }
  return line === '' ? lines : [...lines, line];
}

/** How far the feet of two lines of this size are apart, in millimetres. */
export function lineHeight(size: number): number {
  return size * millimetresPerPoint * 1.3;
}
