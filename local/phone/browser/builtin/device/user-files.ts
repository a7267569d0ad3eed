/**
 * The user's folder of a mini-program. It is in the browser's local storage and so survives a closed page, as on a
 * phone; what does not fit there lasts as long as the page is open.
 */
import { base64ToBytes, bytesToBase64 } from '../support/bytes';

export const userDataPath = 'wxfile://usr';

export interface UserFile {
  readonly bytes: Uint8Array;
  readonly modifiedMs: number;
}

let owner = (): string => '';
const cache = new Map<string, UserFile>();
const urls = new Map<string, string>();

/** @param openid answers the openid of the phone's user: each user has their own files */
export function setUserFileOwner(openid: () => string): void {
  owner = openid;
}

const prefix = (): string => `wx:file:${owner()}:`;
const separator = '|';

function revokeUrl(key: string): void {
  const url = urls.get(key);
  if (url !== undefined) URL.revokeObjectURL(url);
  urls.delete(key);
}

export function readUserFile(path: string): UserFile | undefined {
  const key = prefix() + path;
  const stored = cache.has(key) ? null : localStorage.getItem(key);
  if (stored !== null) {
    const [modifiedMs = '', content = ''] = stored.split(separator);
    cache.set(key, { bytes: base64ToBytes(content), modifiedMs: Number(modifiedMs) });
  }
  return cache.get(key);
}

export function writeUserFile(path: string, bytes: Uint8Array): void {
  const key = prefix() + path;
  const modifiedMs = Date.now();
  revokeUrl(key);
  cache.set(key, { bytes, modifiedMs });
  try {
    localStorage.setItem(key, `${modifiedMs}${separator}${bytesToBase64(bytes)}`);
  } catch {
    localStorage.removeItem(key);
  }
}

/** Answers whether there was such a file. */
export function removeUserFile(path: string): boolean {
  const key = prefix() + path;
  const found = readUserFile(path) !== undefined;
  revokeUrl(key);
  cache.delete(key);
  localStorage.removeItem(key);
  return found;
}

/** The paths of all files of this user. */
export function userFilePaths(): string[] {
  const start = prefix();
  const keys = new Set([...Object.keys(localStorage), ...cache.keys()]);
  return [...keys].filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
}

/** An address from which `<img>` and `fetch` read the file; undefined if there is none. */
export function userFileUrl(path: string): string | undefined {
  const file = readUserFile(path);
  if (file === undefined) return undefined;
  const key = prefix() + path;
  const url = urls.get(key) ?? URL.createObjectURL(new Blob([file.bytes.slice()]));
  urls.set(key, url);
  return url;
}
