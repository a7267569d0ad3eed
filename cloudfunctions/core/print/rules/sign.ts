import type { PaperPage } from '../drawing';
import { signText } from '../text/station-map';

const sheet = { width: 148, height: 210 } as const;
const middle = sheet.width / 2;

/** The common sign of a friendly shop: its number, and a code that leads to its page. */
export function shopSign(shop: { readonly name: string; readonly sign: string; readonly code: Buffer }): PaperPage {
  const line = (text: string, y: number, size: number, colour: string) =>
    ({ kind: 'text', x: middle, y, size, colour, text, align: 'middle' }) as const;
  const side = 62;
  return {
    ...sheet,
    marks: [
      { kind: 'box', x: 0, y: 0, width: sheet.width, height: 66, colour: '#25764a' },
      line(signText.title, 32, 44, '#ffffff'),
      line(shop.sign, 52, 20, '#ffffff'),
      line(shop.name, 84, 22, '#211c17'),
      ...signText.lines.map((text, index) => line(text, 97 + index * 9, 14, '#211c17')),
      { kind: 'picture', x: middle - side / 2, y: 116, side, png: shop.code },
      line(signText.scan, 192, 10, '#665d52'),
    ],
  };
}
