import { supportedNames } from '../../browser/supported';
import { compilerOf, mistakesOf, type Files } from '../support/compiled-app';

describe('unsupported names', () => {
  const files: Files = {
    'pages/home/home.wxml': '<view>\n  <camera/>\n</view>',
    'pages/home/home.js': [
      'Page({ onLoad() {',
      '  wx.startBluetoothScan();',
      '  wx.cloud.callContainer();',
      '  wx.showToast({ title: "a" });',
      '} })',
    ].join('\n'),
  };

  test('fail a strict build, for components and wx.*, each with its position', async () => {
    const mistakes = await mistakesOf(files, { supported: supportedNames(), strict: true });
    expect(mistakes).toEqual([
      expect.objectContaining({
        file: 'pages/home/home.wxml',
        line: 2,
        column: 3,
        message: '<camera> is not supported',
      }),
      expect.objectContaining({
        file: 'pages/home/home.js',
        line: 2,
        column: 3,
        message: 'wx.startBluetoothScan is not supported',
      }),
      expect.objectContaining({
        file: 'pages/home/home.js',
        line: 3,
        column: 3,
        message: 'wx.cloud.callContainer is not supported',
      }),
    ]);
  });

  test('are warnings elsewhere', async () => {
    const { warnings } = await compilerOf(files, { supported: supportedNames() }).build();
    expect(warnings.map(({ severity, message }) => [severity, message])).toEqual([
      ['warning', '<camera> is not supported'],
      ['warning', 'wx.startBluetoothScan is not supported'],
      ['warning', 'wx.cloud.callContainer is not supported'],
    ]);
  });

  test('do not include components that the page declares', async () => {
    const own: Files = {
      'pages/home/home.json': { usingComponents: { 'my-card': '/card/card' } },
      'pages/home/home.wxml': '<my-card/>',
      'card/card.json': { component: true },
      'card/card.js': 'Component({})',
      'card/card.wxml': '<view/>',
    };
    const { warnings } = await compilerOf(own, { supported: supportedNames(), strict: true }).build();
    expect(warnings).toEqual([]);
  });
});

test('a missing module fails a strict build; elsewhere it fails where it is required, as on a phone', async () => {
  const files: Files = { 'pages/home/home.js': "require('./none'); Page({})" };
  expect(await mistakesOf(files, { strict: true })).toEqual([
    expect.objectContaining({ severity: 'error', file: 'pages/home/home.js', message: 'cannot find module ./none' }),
  ]);
  expect((await compilerOf(files).build()).warnings).toEqual([
    expect.objectContaining({ severity: 'warning', message: 'cannot find module ./none' }),
  ]);
});
