import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { textWidth, type Mark } from '../../../cloudfunctions/core/print/drawing';
import { writePdf } from '../../../cloudfunctions/core/print/pdf';
import { palmMap, type MapEntry } from '../../../cloudfunctions/core/print/rules/palm-map';
import { gcj02Of } from '../../../cloudfunctions/core/station/station';
import { loadAll } from '../../local/demo/loaded';

const font = readFileSync(
  path.resolve(__dirname, '../../../node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
);
const entries: MapEntry[] = loadAll().stations.map(({ name, kind, address, gcj02 }) => ({
  name,
  kind,
  address,
  gcj02: gcj02Of(gcj02),
}));
type Text = Extract<Mark, { kind: 'text' }>;
const textsOf = (marks: readonly Mark[]) => marks.filter((mark): mark is Text => mark.kind === 'text');

describe('the palm-size map', () => {
  const pages = palmMap(entries, '义井街道', '2026-11-28');

  it('S5-05 has every pin with its number and name on one side, and with its place on the other', () => {
    expect(entries).toHaveLength(33);
    const [map, list] = pages.map(({ marks }) => textsOf(marks).map(({ text }) => text));
    for (const [index, { name, address }] of entries.entries()) {
      expect(map).toContain(name);
      expect(list).toEqual(expect.arrayContaining([String(index + 1), name, address]));
    }
  });

  it('keeps everything on a sheet of A5, which folds twice to 105 × 74 mm', () => {
    for (const { width, height, marks } of pages) {
      expect([width, height]).toEqual([210, 148]);
      for (const { x, y, text, size, align } of textsOf(marks)) {
        const half = align === 'middle' ? textWidth(text, size) / 2 : 0;
        const isOn = x - half >= 0 && x - half + textWidth(text, size) <= width && y > 0 && y <= height;
        expect([text, isOn]).toEqual([text, true]);
      }
    }
  });

  it('keeps north up and east to the right', () => {
    const discs = pages[0]!.marks.filter((mark): mark is Extract<Mark, { kind: 'disc' }> => mark.kind === 'disc');
    const [one, other] = [entries[0]!.gcj02, entries[5]!.gcj02];
    expect(Math.sign(discs[0]!.x - discs[5]!.x)).toBe(Math.sign(one.longitude - other.longitude));
    expect(Math.sign(discs[0]!.y - discs[5]!.y)).toBe(-Math.sign(one.latitude - other.latitude));
  });

  it('lets few names touch', () => {
    const names = textsOf(pages[0]!.marks).filter(({ align }) => align === undefined);
    const boxes = names.map(({ x, y, text, size }) => ({ x, y: y - 2, right: x + textWidth(text, size), foot: y }));
    const touching = boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .filter((two) => one.x < two.right && two.x < one.right && one.y < two.foot && two.y < one.foot),
    );
    expect(touching.length).toBeLessThanOrEqual(3);
  });

  it('says how many are left where a sheet has no room for more', () => {
    const many = Array.from({ length: 90 }, (_, index) => ({ ...entries[index % 33]!, name: `站${index}` }));
    const texts = textsOf(palmMap(many, '义井街道', '2026-11-28')[1]!.marks).map(({ text }) => text);
    expect(texts.some((text) => text.startsWith('还有'))).toBe(true);
  });
});

describe('writePdf', () => {
  it('embeds the glyphs that it uses, and no more', async () => {
    const { bytes, missing } = await writePdf(palmMap(entries, '义井街道', '2026-11-28'), font);
    expect(missing).toEqual([]);
    expect(bytes.length).toBeGreaterThan(10_000);
    expect(bytes.length).toBeLessThan(150_000);
    const read = await PDFDocument.load(bytes);
    expect(read.getPageCount()).toBe(2);
    expect(read.getPage(0).getSize().width).toBeCloseTo(595.3, 0);
  });

  it('names a character for which there is no glyph', async () => {
    const mark = { kind: 'text', x: 10, y: 10, size: 10, colour: '#000000', text: '𠮷野家' } as const;
    const { missing } = await writePdf([{ width: 50, height: 50, marks: [mark] }], font);
    expect(missing).toEqual(['𠮷']);
  });
});
