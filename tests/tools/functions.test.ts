import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';
import { sdkEnvironment } from '@lianxin/local-cloud';
import { cloudRuntime } from '../../tools/cloud-node';
import { syncFolder } from '../../tools/files';
import { codeFile, compile, compiledFile, loaderOf, wrap } from '../../tools/function-code';
import { buildFunctions, functionNames } from '../../tools/functions';
import packageFile from '../../package.json';

const root = path.resolve(__dirname, '../..');
const outFolder = path.join(root, '.cache/functions-test');
const read = (name: string, file: string) => readFileSync(path.join(outFolder, name, file), 'utf8');

describe('bundling the cloud functions', () => {
  beforeAll(() => buildFunctions(outFolder), 60_000);
  afterAll(() => rmSync(outFolder, { recursive: true, force: true }));

  it('bundles the one hot function and the two that are closed to people', () => {
    expect([...functionNames].sort()).toEqual(['api', 'events', 'files', 'jobs', 'open']);
  });

  it.each(functionNames)('%s needs nothing but what lies beside it and Node itself, and exports main', (name) => {
    const beside: Readonly<Record<string, readonly string[]>> = {
      api: ['./codec.js', './holiday-calendar.js'],
      files: ['./pdf.js', './holiday-calendar.js', './workbook-reader.js', './surname-key.js'],
      jobs: ['./holiday-calendar.js'],
    };
    const allowed = beside[name] ?? [];
    const code = read(name, codeFile);
    const needed = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1]?.replace(/^node:/, ''));
    expect(
      needed.filter((module) => !allowed.includes(module ?? '') && !builtinModules.includes(module ?? '')),
    ).toEqual([]);
    expect(/main:\(\)=>main/.test(code)).toBe(true);
  });

  it.each(functionNames)('%s starts from compiled code of the V8 that runs it, and without it', (name) => {
    const folder = path.join(outFolder, name);
    const cache = compiledFile(readFileSync(path.join(folder, codeFile)), process.versions.v8);
    const script = new Script(read(name, codeFile), { cachedData: readFileSync(path.join(folder, cache)) });
    expect(script.cachedDataRejected).toBe(false);
    const load = (): string =>
      execFileSync(process.execPath, ['-p', 'typeof require(process.argv[1]).main', folder], {
        env: { ...process.env, ...sdkEnvironment('http://127.0.0.1:9') },
        encoding: 'utf8',
      });
    expect(load().trim()).toBe('function');
    writeFileSync(path.join(folder, cache), 'nothing that V8 wrote');
    expect(load().trim()).toBe('function');
    rmSync(path.join(folder, cache));
    expect(load().trim()).toBe('function');
  });

  it('runs a bundle of the same length as it is, whatever was compiled of another one', async () => {
    const folder = path.join(outFolder, 'same-length');
    const codeOf = (answer: string) => wrap(Buffer.from(`exports.main = async () => '${answer}';`));
    const [old, corrected] = [codeOf('old'), codeOf('new')];
    syncFolder(
      folder,
      new Map([['index.js', loaderOf(corrected)], [codeFile, corrected], ...(await compile(old, false))]),
    );
    const program = 'require(process.argv[1]).main().then((answer) => process.stdout.write(answer))';
    expect(execFileSync(process.execPath, ['-e', program, folder], { encoding: 'utf8' })).toBe('new');
  });

  it('compiles for the Node of the cloud, too, where that Node can be run', async () => {
    const node = await cloudRuntime();
    if (process.platform === 'linux' && process.arch === 'x64') expect(node).toBeDefined();
    if (!node) return;
    await buildFunctions(path.join(outFolder, 'for-the-cloud'), ['events'], { forCloud: true });
    const folder = path.join(outFolder, 'for-the-cloud/events');
    const look = `const { Script } = require('node:vm'); const { readFileSync } = require('node:fs');
      const read = (file) => readFileSync(process.argv[1] + '/' + file);
      const cachedData = read(process.argv[2]);
      process.stdout.write(String(new Script(read('${codeFile}').toString(), { cachedData }).cachedDataRejected));`;
    const cache = compiledFile(readFileSync(path.join(folder, codeFile)), node.v8);
    expect(execFileSync(node.node, ['-e', look, folder, cache], { encoding: 'utf8' })).toBe('false');
  }, 120_000);

  it('keeps the codecs beside api alone, and out of what a cold start reads', () => {
    expect(functionNames.filter((name) => existsSync(path.join(outFolder, name, 'codec.js')))).toEqual(['api']);
    const codec = read('api', 'codec.js');
    const needed = [...codec.matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1]?.replace(/^node:/, ''));
    expect(needed.filter((module) => !builtinModules.includes(module ?? ''))).toEqual([]);
    expect(/decodeJpeg/.test(codec)).toBe(true);
    expect(/decodeJpeg\(jpeg/.test(read('api', codeFile))).toBe(false);
  });

  it('keeps the calendar and the writing of PDF beside the bundles, with the font', () => {
    expect(/LegalHoliday/.test(read('api', codeFile))).toBe(false);
    expect(/LegalHoliday/.test(read('api', 'holiday-calendar.js'))).toBe(true);
    expect(/PDFDocument/.test(read('files', codeFile))).toBe(false);
    expect(/PDFDocument/.test(read('files', 'pdf.js'))).toBe(true);
    expect(functionNames.filter((name) => existsSync(path.join(outFolder, name, 'pdf.js')))).toEqual(['files']);
    expect(existsSync(path.join(outFolder, 'files/NotoSansSC_400Regular.ttf'))).toBe(true);
  });

  it('keeps the reading of spreadsheets out of every bundle, and out of all functions but files', () => {
    const reading = /set_cptable|parse_ws_xml/;
    expect(functionNames.filter((name) => reading.test(read(name, codeFile)))).toEqual([]);
    const beside = functionNames.filter((name) => existsSync(path.join(outFolder, name, 'workbook-reader.js')));
    expect(beside.filter((name) => name !== 'files')).toEqual([]);
  });

  it.each(functionNames)('%s brings its configuration, and asks for no package beside it', (name) => {
    expect(JSON.parse(read(name, 'config.json'))).toEqual(
      JSON.parse(readFileSync(path.join(root, 'cloudfunctions', name, 'config.json'), 'utf8')),
    );
    const manifest = JSON.parse(read(name, 'package.json')) as object;
    expect(manifest).toMatchObject({ name, main: 'index.js', private: true });
    expect(manifest).not.toHaveProperty('dependencies');
    // The SDK of the bundle is the one that is installed here, at one version.
    const { version } = JSON.parse(
      readFileSync(path.join(root, 'node_modules/wx-server-sdk/package.json'), 'utf8'),
    ) as { version: string };
    expect(version).toBe(packageFile.dependencies['wx-server-sdk']);
    expect(packageFile.dependencies['wx-server-sdk']).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
