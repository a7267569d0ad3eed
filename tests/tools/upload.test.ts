import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fetchCommand, readUpload, uploadCommand, uploadTool } from '../../tools/deploy/upload';

const version = { version: '0.1.0', description: 'contract 2' };
const keyed = { MINIPROGRAM_APPID: 'wx0000000000000001', MINIPROGRAM_KEY_FILE: __filename };

test('says which keys are missing, and that the key is no file', () => {
  expect(readUpload({}, version)).toEqual(['MINIPROGRAM_APPID', 'MINIPROGRAM_KEY_FILE']);
  expect(readUpload({ ...keyed, MINIPROGRAM_APPID: '' }, version)).toEqual(['MINIPROGRAM_APPID']);
  expect(() => readUpload({ ...keyed, MINIPROGRAM_KEY_FILE: '/nowhere.key' }, version)).toThrow('names no file');
  expect(readUpload(keyed, version)).toEqual({ appId: 'wx0000000000000001', keyFile: __filename, ...version });
});

test('the tool is fetched at one version, runs nothing by it, and is no dependency', () => {
  expect(fetchCommand('/x')).toEqual(
    expect.arrayContaining(['--ignore-scripts', '--no-save', 'miniprogram-ci@2.1.42']),
  );
  const lock = readFileSync(path.resolve(__dirname, '../../package-lock.json'), 'utf8');
  expect(lock).not.toContain(uploadTool.name);
});

test('uploads the project with its settings', () => {
  const upload = readUpload(keyed, version);
  if (!('appId' in upload)) throw new Error('keys are missing');
  expect(uploadCommand('/tool', '/project', upload).join(' ')).toBe(
    `${path.join('/tool', 'node_modules', '.bin', 'miniprogram-ci')} upload --pp /project --pkp ${__filename} ` +
      '--appid wx0000000000000001 --uv 0.1.0 --ud contract 2 -r 1 --use-project-config true',
  );
});
