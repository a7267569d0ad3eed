import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { oldCompilerComplaints, oldCompilerDrawing } from '../../tools/old-compiler';
import { otherDrawings, otherSimulations } from '../support/old-drawing';

const root = path.resolve(__dirname, '../..');

test('WeChat’s old compiler takes every template', () => {
  const templates = fs.readdirSync(path.join(root, 'miniprogram'), { recursive: true, encoding: 'utf8' });
  expect(templates.filter((file) => file.endsWith('.wxml')).length).toBeGreaterThan(60);
  expect(oldCompilerComplaints(path.join(root, 'miniprogram'))).toEqual([]);
});

describe('a template that it does not take', () => {
  let folder: string;
  beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'old-compiler-'))));
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  const write = (name: string, text: string) => fs.writeFileSync(path.join(folder, name), text);

  test.each([
    ['an operator of later JavaScript', '<view>{{ name ?? "–" }}</view>', '1:6'],
    ['typeof', '<view>{{ typeof name }}</view>', '1:6'],
    ['a number with an exponent', '<view data-most="{{1e3}}" />', '1:16'],
    ['an else without an if', '<view wx:else>late</view>', '1:1'],
    ['a bare angle bracket', '<view>1 < 2</view>', '1:'],
    ['a view that is not closed', '<view>', '1:1'],
    ['optional chaining in a script', '<wxs module="m">module.exports = function (a) { return a?.b }</wxs>', '1:'],
    ['a script that is not there', '<wxs module="m" src="./none.wxs" />', 'none.wxs not found'],
  ])('is named with line and column: %s', (_what, text, place) => {
    write('good.wxml', '<view>{{ name }}</view>');
    write('bad.wxml', text);
    const complaints = oldCompilerComplaints(folder);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain('bad.wxml');
    expect(complaints[0]).toContain(place);
  });

  test('the others beside it are compiled, scripts with them', () => {
    write('words.wxs', 'module.exports = { shout: function (text) { return text + "!" } }');
    write('good.wxml', '<wxs module="words" src="./words.wxs" /><view>{{ words.shout(name) }}</view>');
    expect(oldCompilerComplaints(folder)).toEqual([]);
  });
});

describe('a drawing', () => {
  let folder: string;
  beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'old-drawing-'))));
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  /** A phone that has drawn one text of a template. */
  const drawnAs = (text: string, data: object) =>
    ({ evaluate: () => Promise.resolve([{ file: 'one', data: JSON.stringify(data), text }]) }) as unknown as Page;

  test('is compared text by text, and shows no null', async () => {
    fs.writeFileSync(path.join(folder, 'one.wxml'), '<view wx:for="{{list}}">{{item.name}}&lt; </view>');
    const draw = oldCompilerDrawing(folder);
    const list = [{ name: 'a' }, { name: 'b' }];
    const differences = async (text: string, data: object) =>
      (await otherDrawings(drawnAs(text, data), draw)).differences;
    expect(await differences('a< b<', { list })).toEqual([]);
    expect(await differences('a< a<', { list })).toEqual(['one: a<b< | a<a<']);
    expect(await differences('null<', { list: [{ name: null }] })).toEqual(['one shows null: null<']);
  });

  test('is compared with miniprogram-simulate as well', () => {
    const template =
      '<view wx:for="{{list}}" wx:key="*this">{{item}},</view><other><text slot="end">{{n}}</text></other>';
    fs.writeFileSync(path.join(folder, 'one.wxml'), template);
    const drawing = (text: string) => ({ file: 'one', data: '{"list":[1,2.5],"n":0}', text });
    expect(otherSimulations(folder, [drawing('1,2.5,0'), drawing('1,2.5,')])).toEqual(['one: 1,2.5,0 | 1,2.5,']);
  });
});
