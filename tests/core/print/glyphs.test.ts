import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writePdf } from '../../../cloudfunctions/core/print/pdf';
import { seePdf } from '../../support/pdf';

const font = readFileSync(
  path.resolve(__dirname, '../../../node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
);

/** A small subset's glyphs were printed blank wherever one before them was of an odd length. */
test('every letter of a paper is printed, however few there are', async () => {
  const letters = [
    ...'2026年11月存单清河社区李建国组织生活分初余额支部大会到缺席手工记码签名公钥ABCDEFGHJKMNPQRSTVWXYZ',
  ];
  const cells = letters.map((letter, at) => ({ letter, x: 10 + (at % 12) * 15, y: 20 + Math.floor(at / 12) * 15 }));
  const marks = cells.map(({ letter, x, y }) => {
    return { kind: 'text', x, y: y + 8, size: 24, colour: '#000000', text: letter } as const;
  });
  const { bytes, missing } = await writePdf([{ width: 210, height: 297, marks }], font);
  expect(missing).toEqual([]);
  const parts = cells.map(({ x, y }) => ({ x, y, width: 9, height: 10 }));
  const [page] = await seePdf(bytes, parts);
  const blank = letters.filter((_, at) => (page!.inks[at] ?? 0) < 0.02);
  expect(blank).toEqual([]);
}, 60_000);
