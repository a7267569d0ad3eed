import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Mark, PaperPage } from '../../../cloudfunctions/core/print/drawing';
import { textWidth } from '../../../cloudfunctions/core/print/drawing';
import * as papers from '../../../cloudfunctions/core/print/rules/card-paper';
import { homeSigns } from '../../../cloudfunctions/core/print/rules/home-sign';
import { sheetsOf } from '../../../cloudfunctions/core/print/rules/sheets';
import { csvCell, tokenTable } from '../../../cloudfunctions/core/print/rules/token-table';
import { vestList } from '../../../cloudfunctions/core/print/rules/vest-list';
import { isUpToDate } from '../../../cloudfunctions/core/card/rules/card-text';
import { cardNumberOf } from '../../../cloudfunctions/core/card/rules/number';
import { readCardNumber } from '../../../miniprogram/contracts/card-number';
import { gridColourValues } from '../../../miniprogram/contracts/grid-colour';
import { gridColours, type GridColour } from '../../../miniprogram/contracts/hat';
import type { GridView } from '../../../miniprogram/contracts/place';
import { gridAreas } from '../../../miniprogram/packages/community/views/grid-map';
import { gridRow } from '../../../miniprogram/packages/community/views/grid-rows';
import { colourName } from '../../../miniprogram/text/person/hats';

type Text = Extract<Mark, { kind: 'text' }>;
const textsOf = (pages: readonly PaperPage[]) =>
  pages.flatMap(({ marks }) => marks.filter((mark): mark is Text => mark.kind === 'text'));
const boxesOf = (pages: readonly PaperPage[]) =>
  pages.flatMap(({ marks }) => marks.flatMap((mark) => (mark.kind === 'box' ? [mark.colour] : [])));

const card = (colour: GridColour, more: Partial<papers.PrintedCard['text']> = {}): papers.PrintedCard => ({
  text: {
    communityName: '后所营社区',
    gridName: '第一网格',
    colour,
    placeName: '石榴巷 7 号院 东屋',
    holder: { personId: 'p1', name: '赵慧敏' },
    phone: '16400000009',
    officePhone: '0351-0000001',
    ...more,
  },
  number: cardNumberOf('abc'),
  code: Buffer.from([]),
  day: '2026-11-28',
});
const kinds = [
  ['card', papers.normalCard, papers.normalCardMarks, 10],
  ['large card', papers.largeCard, papers.largeCardMarks, 4],
  ['door plate', papers.doorPlate, papers.doorPlateMarks, 2],
] as const;

const drawnGrid: GridView = {
  placeId: 'g',
  name: '第一网格',
  version: 1,
  boundary: [
    { latitude: 37.71, longitude: 112.64 },
    { latitude: 37.72, longitude: 112.64 },
    { latitude: 37.72, longitude: 112.65 },
  ],
};

/** The colour of a grid in the stylesheet of pages, of which map legends are drawn, too. */
function pageColour(colour: GridColour): string | undefined {
  const styles = readFileSync(path.resolve(__dirname, '../../../miniprogram/styles/grids.wxss'), 'utf8');
  return new RegExp(`\\.grid-${colour} \\{\\s*background: (#[0-9a-f]{6})`).exec(styles)?.[1];
}

test.each(gridColours)(
  'S1-07 %s is one colour and one word on pages and map, card, door plate and list of vests',
  (colour) => {
    const { fill } = gridColourValues[colour];
    expect(pageColour(colour)).toBe(fill);
    const [area] = gridAreas([{ ...drawnGrid, colour }]).polygons;
    expect(area?.fillColor.slice(0, 7)).toBe(fill);
    expect(gridRow({ ...drawnGrid, colour }).pattern).toContain(colourName(colour));
    for (const [, cell, marksOf] of kinds) {
      const pages = sheetsOf([card(colour)], cell, marksOf);
      expect(boxesOf(pages)).toEqual([fill]);
      expect(textsOf(pages).some(({ text }) => text.includes(colourName(colour)))).toBe(true);
    }
    const vests = vestList([{ name: '赵慧敏', hat: 'gridWorker', placeName: '第一网格', colour }], '后所营社区');
    expect(boxesOf(vests)).toEqual([fill]);
    expect(textsOf(vests).map(({ text }) => text)).toContain(colourName(colour));
    const home = {
      name: '李建国',
      placeName: '石榴巷 7 号院',
      gridName: '第一网格',
      communityName: '后所营社区',
      colour,
    };
    expect(boxesOf(homeSigns([home]))).toContain(fill);
  },
);

describe.each(kinds)('a sheet of the %s', (_name, cell, marksOf, perSheet) => {
  const long = { placeName: '城东街南片小区 12 号楼 3 单元 1502 室', phone: '0351-00000001-8123' };

  it.each([card('red'), card('blue', long)])('keeps both numbers large and everything within its cell', (one) => {
    const pages = sheetsOf(
      Array.from({ length: perSheet + 1 }, () => one),
      cell,
      marksOf,
    );
    expect(pages).toHaveLength(2);
    for (const number of [one.text.phone, one.text.officePhone]) {
      const found = textsOf(pages).filter(({ text }) => text === number);
      expect(found).toHaveLength(perSheet + 1);
      for (const { size } of found) expect(size).toBeGreaterThanOrEqual(papers.leastNumberSize);
    }
    const marks = marksOf(one, 0, 0);
    for (const mark of textsOf([{ ...cell, marks }])) {
      const left = mark.align === 'middle' ? mark.x - textWidth(mark.text, mark.size) / 2 : mark.x;
      const isWithin = left >= 0 && left + textWidth(mark.text, mark.size) <= cell.width && mark.y <= cell.height;
      expect([mark.text, isWithin]).toEqual([mark.text, true]);
    }
  });
});

test.each(kinds)('a %s prints numbers as people read them, however they were typed', (_name, cell, marksOf) => {
  const typed = { phone: '16400000009', officePhone: '03515550001' };
  const texts = textsOf([{ ...cell, marks: marksOf(card('red', typed), 0, 0) }]).map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining(['16400000009', '0351-5550001']));
  const { text } = card('red', typed);
  const table = tokenTable([{ token: 'abc', number: cardNumberOf('abc'), size: 'normal', text }]).toString('utf8');
  expect(table).toContain(',16400000009,0351-5550001,');
});

test('a paper is up to date as long as it shows the same numbers, however they were typed', () => {
  const today = (phone: string, officePhone: string) => ({ text: card('red', { phone, officePhone }).text });
  const { text: printed } = today('164 0000 0009', '03515550001');
  expect(isUpToDate(printed, today('16400000009', '0351-5550001'))).toBe(true);
  expect(isUpToDate(printed, today('16400000008', '0351-5550001'))).toBe(false);
  expect(isUpToDate(printed, today('16400000009', '0351-5550001-802'))).toBe(false);
});

test('the short number tells a digit that is wrong, and two that changed places', () => {
  for (let count = 0; count < 200; count += 1) {
    const number = cardNumberOf(`card-${String(count)}`);
    expect(readCardNumber(` ${number.slice(0, 4)}-${number.slice(4)} `)).toBe(number);
    const at = count % 11;
    const other = String((Number(number[at]) + 1 + (count % 8)) % 10);
    expect(readCardNumber(number.slice(0, at) + other + number.slice(at + 1))).toBeUndefined();
  }
});

test('the table for a print shop opens as UTF-8, and no cell is a formula', () => {
  const { text } = card('red', { placeName: '=HYPERLINK("http://x")', holder: { personId: 'p', name: '@赵,慧敏' } });
  const table = tokenTable([{ token: 'abcDEF', number: cardNumberOf('abcDEF'), size: 'large', text }]).toString('utf8');
  expect(table.startsWith('\ufeff卡号,码,')).toBe(true);
  expect(table).toContain(`"'=HYPERLINK(""http://x"")"`);
  expect(table).toContain(`"'@赵,慧敏"`);
  for (const begin of ['=', '+', '-', '@', '＝', '\t', ' =']) expect(csvCell(`${begin}1`)).toContain(`'${begin}1`);
});
