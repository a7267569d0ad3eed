import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { textWidth, type Mark } from '../../../cloudfunctions/core/print/drawing';
import { writePdf } from '../../../cloudfunctions/core/print/pdf';
import { progressiveJpeg } from '../../support/photo-files';
import { palmMap, type MapEntry } from '../../../cloudfunctions/core/print/rules/palm-map';
import { rewardSheet } from '../../../cloudfunctions/core/print/rules/reward-sheet';
import { gcj02Of } from '../../../cloudfunctions/core/station/station';
import type { SheetRow, SheetView } from '../../../miniprogram/contracts/reward';
import { loadAll } from '../../local/demo/loaded';

// A font of ten megabytes is read and cut.
jest.setTimeout(60_000);

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

  it('gives more than a list has room for to sheets of their own, with every pin on one of them', () => {
    const many = Array.from({ length: 200 }, (_, index): MapEntry => {
      const gcj02 = { latitude: 37.8 + (index % 8) / 100, longitude: 112.4 + ((index * 7) % 25) / 100 };
      return { ...entries[index % 33]!, name: `站${index}号`, address: `街${index}号`, gcj02 };
    });
    const sheets = palmMap(many, '义井街道', '2026-11-28').map(({ marks }) => textsOf(marks).map(({ text }) => text));
    // No more than are needed, printed on both sides.
    expect(sheets).toHaveLength(2 * Math.ceil(200 / 33));
    const numbers = new Set<string>();
    for (const { name, address } of many) {
      const front = sheets.findIndex((texts, page) => page % 2 === 0 && texts.includes(name));
      expect(sheets[front + 1]).toEqual(expect.arrayContaining([name, address]));
      const back = sheets[front + 1]!;
      const number = back[back.indexOf(name) - 1]!;
      expect(sheets[front]).toContain(number);
      numbers.add(number);
    }
    expect(numbers.size).toBe(200);
    expect(sheets[3]).toContain('义井街道 · 第 2 张，共 7 张');
  });
});

const sheetRow: SheetRow = {
  goodId: 'g1',
  name: '洗衣液',
  measure: '瓶',
  picture: 'laundry',
  opening: 10,
  received: 24,
  collected: 26,
  corrected: -1,
  closing: 7,
  points: 780,
  costCents: 28_800,
};
const month: SheetView = {
  month: '2026-11',
  months: ['2026-11'],
  issued: { given: 210, undone: 3, countedAt: '2026-11-28T02:05:00.000Z' },
  rows: [sheetRow, { ...sheetRow, name: '特别长的一种清洁用品名', measure: '整整一箱', corrected: 0 }],
};

describe('the public month of points on paper', () => {
  it('says what was issued, redeemed, is in stock and cost, with the sums', () => {
    const [page, ...others] = rewardSheet(month, '清河社区');
    expect(others).toEqual([]);
    const texts = textsOf(page!.marks).map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining([
        '2026 年 11 月积分换物公示',
        '清河社区',
        '发了 210 分，冲掉 3 分（数到 2026-11-28 10:05）',
        ...['洗衣液（瓶）', '10', '24', '26', '-1', '7', '780', '288.00'],
        ...['合计', '1560', '576.00'],
      ]),
    );
  });

  it('keeps names and figures in their columns, and goes on over the page', () => {
    const rows = Array.from({ length: 50 }, () => month.rows[1]!);
    const pages = rewardSheet({ ...month, rows }, '清河社区');
    expect(pages).toHaveLength(3);
    for (const { height, marks } of pages) {
      const foot = textsOf(marks).filter(({ text }) => !text.startsWith('第') && !text.startsWith('分是'));
      expect(Math.max(...foot.map(({ y }) => y))).toBeLessThan(height - 25);
      const names = foot.filter(({ text }) => text.startsWith('特别长'));
      for (const { x, text, size } of names) expect(x + textWidth(text, size)).toBeLessThan(72);
    }
    expect(textsOf(rewardSheet({ ...month, rows: [] }, '清河社区')[0]!.marks).map(({ text }) => text)).toContain(
      '这个月没有进货，也没有换走什么',
    );
  });
});

describe('writePdf', () => {
  it('draws the same picture of bytes that lie in the middle of others, as those of an upload do', async () => {
    const pageWith = async (picture: Buffer) => {
      const mark = { kind: 'picture', x: 0, y: 0, side: 50, png: picture } as const;
      return (await writePdf([{ width: 50, height: 50, marks: [mark] }], font)).bytes;
    };
    const alone = Buffer.from(Uint8Array.from(progressiveJpeg));
    const shared = Buffer.concat([progressiveJpeg, progressiveJpeg, progressiveJpeg]);
    const middle = shared.subarray(alone.length, 2 * alone.length);
    expect((await pageWith(middle)).equals(await pageWith(alone))).toBe(true);
    const prefixed = Buffer.concat([Buffer.alloc(64), alone]).subarray(64);
    expect((await pageWith(prefixed)).equals(await pageWith(alone))).toBe(true);
  });

  it('embeds the glyphs that it uses, and no more', async () => {
    const { bytes, missing } = await writePdf(palmMap(entries, '义井街道', '2026-11-28'), font);
    expect(missing).toEqual([]);
    expect(bytes.length).toBeGreaterThan(10_000);
    expect(bytes.length).toBeLessThan(150_000);
    const read = await PDFDocument.load(bytes, { updateMetadata: false });
    // It does not say when it was made, so that the same pages are the same bytes.
    expect([read.getCreationDate(), read.getModificationDate()]).toEqual([undefined, undefined]);
    expect(read.getPageCount()).toBe(2);
    expect(read.getPage(0).getSize().width).toBeCloseTo(595.3, 0);
  });

  it('names a character for which there is no glyph', async () => {
    const mark = { kind: 'text', x: 10, y: 10, size: 10, colour: '#000000', text: '𠮷野家' } as const;
    const { missing } = await writePdf([{ width: 50, height: 50, marks: [mark] }], font);
    expect(missing).toEqual(['𠮷']);
  });
});
