import { existsSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { buildFunctions, functionNames } from '../../tools/functions';
import packageFile from '../../package.json';

const root = path.resolve(__dirname, '../..');
const outFolder = path.join(root, '.cache/functions-test');
const read = (name: string, file: string) => readFileSync(path.join(outFolder, name, file), 'utf8');

describe('bundling the cloud functions', () => {
  beforeAll(() => buildFunctions(outFolder), 60_000);
  afterAll(() => rmSync(outFolder, { recursive: true, force: true }));

  it('bundles the one hot function and the two that are closed to people', () => {
    expect([...functionNames].sort()).toEqual(['api', 'events', 'files', 'jobs']);
  });

  it.each(functionNames)('%s needs nothing but the SDK and Node itself, and exports main', (name) => {
    const beside: Readonly<Record<string, readonly string[]>> = {
      api: ['./codec.js', './holiday-calendar.js'],
      files: ['./pdf.js', './holiday-calendar.js', './workbook-reader.js', './surname-key.js'],
    };
    const allowed = ['wx-server-sdk', ...(beside[name] ?? [])];
    const code = read(name, 'index.js');
    const needed = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1]?.replace(/^node:/, ''));
    expect(
      needed.filter((module) => !allowed.includes(module ?? '') && !builtinModules.includes(module ?? '')),
    ).toEqual([]);
    expect(code).toMatch(/main: \(\) => main/);
  });

  it('keeps the codecs beside api alone, and out of what a cold start reads', () => {
    expect(functionNames.filter((name) => existsSync(path.join(outFolder, name, 'codec.js')))).toEqual(['api']);
    const codec = read('api', 'codec.js');
    const needed = [...codec.matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1]?.replace(/^node:/, ''));
    expect(needed.filter((module) => !builtinModules.includes(module ?? ''))).toEqual([]);
    expect(codec).toMatch(/decodeJpeg/);
    expect(read('api', 'index.js')).not.toMatch(/decodeJpeg\(jpeg|WebAssembly/);
  });

  it('keeps the calendar and the writing of PDF beside the bundles, with the font', () => {
    expect(read('api', 'index.js')).not.toMatch(/LegalHoliday/);
    expect(read('api', 'holiday-calendar.js')).toMatch(/LegalHoliday/);
    expect(read('files', 'index.js')).not.toMatch(/PDFDocument/);
    expect(read('files', 'pdf.js')).toMatch(/PDFDocument/);
    expect(functionNames.filter((name) => existsSync(path.join(outFolder, name, 'pdf.js')))).toEqual(['files']);
    expect(existsSync(path.join(outFolder, 'files/NotoSansSC_400Regular.ttf'))).toBe(true);
  });

  it('keeps the reading of spreadsheets out of every bundle, and out of all functions but files', () => {
    const reading = /set_cptable|parse_ws_xml/;
    expect(functionNames.filter((name) => reading.test(read(name, 'index.js')))).toEqual([]);
    const beside = functionNames.filter((name) => existsSync(path.join(outFolder, name, 'workbook-reader.js')));
    expect(beside.filter((name) => name !== 'files')).toEqual([]);
  });

  it.each(functionNames)('%s brings its configuration, and pins the SDK at the version that is tested', (name) => {
    expect(JSON.parse(read(name, 'config.json'))).toEqual(
      JSON.parse(readFileSync(path.join(root, 'cloudfunctions', name, 'config.json'), 'utf8')),
    );
    expect(JSON.parse(read(name, 'package.json'))).toMatchObject({
      name,
      main: 'index.js',
      dependencies: { 'wx-server-sdk': packageFile.dependencies['wx-server-sdk'] },
    });
    expect(packageFile.dependencies['wx-server-sdk']).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
