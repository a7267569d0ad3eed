import type { Host } from '../../host';
import { fileAt, forgetFile, readAny } from '../../builtin/device/temporary-files';
import {
  removeUserFile,
  userDataPath,
  userFile,
  userPaths,
  writeUserFile,
  type UserFile,
} from '../../builtin/device/user-files';
import { asNumber, asText } from '../../builtin/support/values';
import { api, ApiFailure, requireText, type Act, type Answer, type Options } from '../support/call';
import { decode, encode } from '../../builtin/support/bytes';

/** Folders that were made; one that holds a file from before needs no making. */
const folders = new Set<string>([userDataPath]);

const parent = (path: string): string => path.slice(0, path.lastIndexOf('/'));
const missing = (path: string): ApiFailure => new ApiFailure(`no such file or directory, open '${path}'`);

const isFolder = (path: string): boolean =>
  folders.has(path) || userPaths().some((file) => file.startsWith(`${path}/`));

function entry(path: string): UserFile {
  const found = userFile(path);
  if (found === undefined) throw missing(path);
  return found;
}

/** The bytes at any path; those outside of the user's folder must be fetched, without waiting if it has to be. */
function readSync(host: Host, path: string): Uint8Array {
  const known = userFile(path);
  if (known !== undefined) return known.bytes;
  const request = new XMLHttpRequest();
  request.open('GET', host.assetUrl(path), false);
  request.overrideMimeType('text/plain; charset=x-user-defined');
  try {
    request.send();
  } catch {
    throw missing(path);
  }
  if (request.status !== 200) throw missing(path);
  return Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0) & 0xff);
}

async function read(host: Host, path: string): Promise<Uint8Array> {
  const known = userFile(path);
  if (known !== undefined) return known.bytes;
  const file = await readAny(path, host.assetUrl(path)).catch(() => {
    throw missing(path);
  });
  return new Uint8Array(await file.arrayBuffer());
}

function write(path: string, bytes: Uint8Array): void {
  if (!path.startsWith(`${userDataPath}/`)) throw new ApiFailure(`permission denied, open '${path}'`);
  if (!isFolder(parent(path))) throw missing(path);
  writeUserFile(path, bytes);
}

function makeFolder(path: string, recursive: boolean): void {
  if (isFolder(path)) {
    if (recursive) return;
    throw new ApiFailure(`file already exists, mkdir '${path}'`);
  }
  if (!isFolder(parent(path))) {
    if (!recursive || !parent(path).startsWith(userDataPath)) throw missing(path);
    makeFolder(parent(path), true);
  }
  folders.add(path);
}

function list(path: string): string[] {
  if (!isFolder(path)) throw missing(path);
  return [...userPaths(), ...folders]
    .filter((name) => parent(name) === path && name !== path)
    .map((name) => name.slice(path.length + 1));
}

function remove(path: string): void {
  if (!removeUserFile(path) && !forgetFile(path)) throw missing(path);
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
  const size = fileAt(path)?.size ?? entry(path).bytes.length;
  const seconds = Math.floor((userFile(path)?.modifiedMs ?? 0) / 1000);
  return {
    mode: 33_188,
    size,
    lastAccessedTime: seconds,
    lastModifiedTime: seconds,
    isDirectory: () => false,
    isFile: () => true,
  };
}

function join(path: string, more: Uint8Array): Uint8Array {
  const before = entry(path).bytes;
  const whole = new Uint8Array(before.length + more.length);
  whole.set(before);
  whole.set(more, before.length);
  return whole;
}

/** Both forms of a call that needs no waiting: `name(options)` and `nameSync(…)` with positional arguments. */
function both(
  name: string,
  order: readonly string[],
  act: (options: Options) => Answer | void,
  field?: string,
): Record<string, unknown> {
  return {
    [name]: api(name, act),
    [`${name}Sync`]: (...given: unknown[]) => {
      try {
        const result = act(Object.fromEntries(order.map((key, index) => [key, given[index]])));
        return field === undefined ? undefined : result?.[field];
      } catch (error) {
        throw new Error(`${name}Sync:fail ${error instanceof Error ? error.message : ''}`);
      }
    },
  };
}

function copy(host: Host): Act {
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
    ...both('access', ['path'], (options) => void stat(requireText(options, 'path'))),
    ...both('writeFile', ['filePath', 'data', 'encoding'], (options) => write(path(options), content(options))),
    ...both('appendFile', ['filePath', 'data', 'encoding'], (options) =>
      write(path(options), join(path(options), content(options))),
    ),
    ...both('mkdir', ['dirPath', 'recursive'], (options) =>
      makeFolder(requireText(options, 'dirPath').replace(/\/$/, ''), options['recursive'] === true),
    ),
    ...both(
      'readdir',
      ['dirPath'],
      (options) => ({ files: list(requireText(options, 'dirPath').replace(/\/$/, '')) }),
      'files',
    ),
    ...both('unlink', ['filePath'], (options) => remove(path(options))),
    ...both('stat', ['path'], (options) => ({ stats: stat(requireText(options, 'path')) }), 'stats'),
    readFile: api('readFile', async (options) => {
      const bytes = await read(host, path(options));
      const position = asNumber(options['position'], 0);
      return {
        data: decode(bytes.slice(position, position + asNumber(options['length'], bytes.length)), encoding(options)),
      };
    }),
    readFileSync: (filePath: unknown, wanted?: unknown) =>
      decode(readSync(host, asText(filePath)), wanted === undefined ? undefined : asText(wanted)),
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
