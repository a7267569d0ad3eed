import type { Host } from '../../host';
import { temporaryFileAt, deleteTemporaryFile, readFileAt } from '../../builtin/device/temporary-files';
import {
  removeUserFile,
  userDataPath,
  readUserFile,
  userFilePaths,
  writeUserFile,
  type UserFile,
} from '../../builtin/device/user-files';
import { asNumber, asText } from '../../builtin/support/values';
import { api, ApiFailure, requireText, type ApiHandler, type Answer, type Options } from '../support/call';
import { decode, encode } from '../../builtin/support/bytes';

/** The folders that were made; a folder with a file in it exists in any case. */
const folders = new Set<string>([userDataPath]);

const parent = (path: string): string => path.slice(0, path.lastIndexOf('/'));
const notFound = (path: string): ApiFailure => new ApiFailure(`no such file or directory, open '${path}'`);

const isFolder = (path: string): boolean =>
  folders.has(path) || userFilePaths().some((file) => file.startsWith(`${path}/`));

function requireUserFile(path: string): UserFile {
  const found = readUserFile(path);
  if (found === undefined) throw notFound(path);
  return found;
}

/** The bytes at any path, synchronously; those outside of the user's folder are fetched. */
function readSync(host: Host, path: string): Uint8Array {
  const known = readUserFile(path);
  if (known !== undefined) return known.bytes;
  const request = new XMLHttpRequest();
  request.open('GET', host.assetUrl(path), false);
  request.overrideMimeType('text/plain; charset=x-user-defined');
  try {
    request.send();
  } catch {
    throw notFound(path);
  }
  if (request.status !== 200) throw notFound(path);
  return Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0) & 0xff);
}

async function read(host: Host, path: string): Promise<Uint8Array> {
  const known = readUserFile(path);
  if (known !== undefined) return known.bytes;
  const file = await readFileAt(path, host.assetUrl(path)).catch(() => {
    throw notFound(path);
  });
  return new Uint8Array(await file.arrayBuffer());
}

function write(path: string, bytes: Uint8Array): void {
  if (!path.startsWith(`${userDataPath}/`)) throw new ApiFailure(`permission denied, open '${path}'`);
  if (!isFolder(parent(path))) throw notFound(path);
  writeUserFile(path, bytes);
}

function makeFolder(path: string, recursive: boolean): void {
  if (isFolder(path)) {
    if (recursive) return;
    throw new ApiFailure(`file already exists, mkdir '${path}'`);
  }
  if (!isFolder(parent(path))) {
    if (!recursive || !parent(path).startsWith(userDataPath)) throw notFound(path);
    makeFolder(parent(path), true);
  }
  folders.add(path);
}

function list(path: string): string[] {
  if (!isFolder(path)) throw notFound(path);
  return [...userFilePaths(), ...folders]
    .filter((name) => parent(name) === path && name !== path)
    .map((name) => name.slice(path.length + 1));
}

function remove(path: string): void {
  if (!removeUserFile(path) && !deleteTemporaryFile(path)) throw notFound(path);
}

function stat(path: string): Answer {
  if (isFolder(path))
    return {
      mode: 16_877,
      size: 0,
      lastAccessedTime: 0,
      lastModifiedTime: 0,
      isDirectory: () => true,
      isFile: () => false,
    };
  const size = temporaryFileAt(path)?.size ?? requireUserFile(path).bytes.length;
  const seconds = Math.floor((readUserFile(path)?.modifiedMs ?? 0) / 1000);
  return {
    mode: 33_188,
    size,
    lastAccessedTime: seconds,
    lastModifiedTime: seconds,
    isDirectory: () => false,
    isFile: () => true,
  };
}

function append(path: string, more: Uint8Array): Uint8Array {
  const before = requireUserFile(path).bytes;
  const whole = new Uint8Array(before.length + more.length);
  whole.set(before);
  whole.set(more, before.length);
  return whole;
}

/** Creates both forms of a synchronous call: `name(options)`, and `nameSync(…)` with positional arguments. */
function withSyncForm(
  name: string,
  parameters: readonly string[],
  handler: (options: Options) => Answer | void,
  field?: string,
): Record<string, unknown> {
  return {
    [name]: api(name, handler),
    [`${name}Sync`]: (...given: unknown[]) => {
      try {
        const result = handler(Object.fromEntries(parameters.map((key, index) => [key, given[index]])));
        return field === undefined ? undefined : result?.[field];
      } catch (error) {
        throw new Error(`${name}Sync:fail ${error instanceof Error ? error.message : ''}`);
      }
    },
  };
}

function copy(host: Host): ApiHandler {
  return async (options) => write(requireText(options, 'destPath'), await read(host, requireText(options, 'srcPath')));
}

async function saveFile(host: Host, options: Options): Promise<Answer> {
  const source = requireText(options, 'tempFilePath');
  const bytes = await read(host, source);
  const savedFilePath =
    asText(options['filePath']) ||
    `${userDataPath}/${Date.now()}-${decodeURIComponent(source.split(/[/#]/).pop() ?? 'file')}`;
  write(savedFilePath, bytes);
  return { savedFilePath };
}

const encoding = (options: Options): string | undefined =>
  options['encoding'] === undefined ? undefined : asText(options['encoding']);

export function fileSystem(host: Host): Record<string, unknown> {
  const content = (options: Options): Uint8Array => encode(options['data'], encoding(options));
  const path = (options: Options): string => requireText(options, 'filePath');
  return {
    ...withSyncForm('access', ['path'], (options) => void stat(requireText(options, 'path'))),
    ...withSyncForm('writeFile', ['filePath', 'data', 'encoding'], (options) => write(path(options), content(options))),
    ...withSyncForm('appendFile', ['filePath', 'data', 'encoding'], (options) =>
      write(path(options), append(path(options), content(options))),
    ),
    ...withSyncForm('mkdir', ['dirPath', 'recursive'], (options) =>
      makeFolder(requireText(options, 'dirPath').replace(/\/$/, ''), options['recursive'] === true),
    ),
    ...withSyncForm(
      'readdir',
      ['dirPath'],
      (options) => ({ files: list(requireText(options, 'dirPath').replace(/\/$/, '')) }),
      'files',
    ),
    ...withSyncForm('unlink', ['filePath'], (options) => remove(path(options))),
    ...withSyncForm('stat', ['path'], (options) => ({ stats: stat(requireText(options, 'path')) }), 'stats'),
    readFile: api('readFile', async (options) => {
      const bytes = await read(host, path(options));
      const position = asNumber(options['position'], 0);
      return {
        data: decode(bytes.slice(position, position + asNumber(options['length'], bytes.length)), encoding(options)),
      };
    }),
    readFileSync: (filePath: unknown, encodingName?: unknown) =>
      decode(readSync(host, asText(filePath)), encodingName === undefined ? undefined : asText(encodingName)),
    copyFile: api('copyFile', copy(host)),
    rename: api('rename', async (options) => {
      const from = requireText(options, 'oldPath');
      write(requireText(options, 'newPath'), await read(host, from));
      remove(from);
    }),
    saveFile: api('saveFile', (options) => saveFile(host, options)),
    getFileInfo: api('getFileInfo', async (options) => ({ size: (await read(host, path(options))).length })),
  };
}
