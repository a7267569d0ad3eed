/** Whatever stands in a sheet, every row below its header has one fate, and no identity number leaves the reading. */
import fc from 'fast-check';
import type { Cell } from '../../../cloudfunctions/core/import/workbook';
import { importKinds } from '../../../miniprogram/contracts/import-row';
import { readLines } from '../../support/sheets';

const words = [
  '王芳',
  '张伟、李娜',
  '一网格',
  '柳巷',
  '小计',
  '合计',
  '注：',
  '—',
  '空户',
  '姓名',
  '电话',
  '例',
  '网格员',
  '常住',
];
const identity = '11010519491231002X';
const cell: fc.Arbitrary<Cell | null> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 4, arbitrary: fc.constantFrom(...words).map((text) => ({ type: 'text' as const, text })) },
  fc.constantFrom(identity, `${identity}住户`, '110105194912310020').map((text) => ({ type: 'text' as const, text })),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => ({ type: 'text' as const, text })),
  fc
    .constantFrom('16400700001', '1640070000', '5550001', '24.3.9', '2024.5')
    .map((text) => ({ type: 'text' as const, text })),
  fc
    .oneof(fc.double(), fc.integer(), fc.constant(110105194912310030))
    .map((value) => ({ type: 'number' as const, value })),
  fc.constantFrom<Cell>({ type: 'unsaved' }, { type: 'error', text: '#REF!' }, { type: 'time', day: '2024-05-01' }),
);
const headers = {
  residents: ['序号', '网格', '姓名', '电话', '门牌', '身份证号', '入住时间', '备注'],
  members: ['姓名', '单位', '手机', '报到日期', '报到方式', '特长', '身份证', '备注'],
  posts: ['网格', '网格长', '电话', '网格员', '电话', '包联户', '政治面貌', '备注'],
  places: ['网格', '颜色', '街巷', '院落', '门牌', '名称', '类型', '备注'],
  activities: ['日期', '活动', '人数', '备注', '', '', '', ''],
  stations: ['名称', '类型', '地址', '电话', '负责人', '服务项目', '经度', '纬度'],
} as const;
const merge = fc
  .tuple(fc.integer({ min: 2, max: 14 }), fc.integer({ min: 0, max: 7 }), fc.nat({ max: 4 }), fc.nat({ max: 3 }))
  .map(([top, left, height, width]) => ({ top, left, bottom: top + height, right: left + width }));

it.each(importKinds)('%s', (kind) => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 8, maxLength: 8 }), { maxLength: 14 }),
      fc.array(merge, { maxLength: 3 }),
      (lines, merges) => {
        const reading = readLines(kind, [headers[kind], ...lines], merges);
        const taken = new Set([...reading.rows, ...reading.vacant].map(({ row }) => row));
        const refused = new Set(reading.refused.map(({ row }) => row));
        const skipped = new Set(reading.skipped.map(({ row }) => row));
        const fates = [...taken, ...refused, ...skipped].sort((one, other) => one - other);
        const last = Math.max(1, ...fates);
        expect(reading.headerRow).toBe(1);
        expect(fates).toEqual(Array.from({ length: last - 1 }, (_, index) => index + 2));
        expect(lines.slice(last - 1).every((line) => line.every((one) => one === null || isBlank(one)))).toBe(true);
        expect(JSON.stringify(reading)).not.toMatch(/110105194912310/);
      },
    ),
    { numRuns: 100 },
  );
});

const isBlank = (one: Cell) => one.type === 'text' && one.text.trim() === '';
