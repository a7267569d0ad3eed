/**
 * The user's folder of a mini-program. It outlives a closed page as on a phone, in the browser's own store; what does not fit
 * into that lives as long as the page is open.
 */
import { base64ToBytes, bytesToBase64 } from '../support/bytes';

export const userDataPath = 'wxfile://usr';

export interface UserFile {
  bytes: Uint8Array;
  modifiedMs: number;
}

let owner = (): string => '';
const open = new Map<string, UserFile>();
const addresses = new Map<string, string>();

/** @param openid of the person who holds the phone: each has files of their own */
export function keepFilesOf(openid: () => string): void {
  owner = openid;
}

const prefix = (): string => `wx:file:${owner()}:`;
const separator = '|';

function forgetAddress(key: string): void {
  const address = addresses.get(key);
  if (address !== undefined) URL.revokeObjectURL(address);
  addresses.delete(key);
}

export function userFile(path: string): UserFile | undefined {
  const key = prefix() + path;
  const kept = open.has(key) ? null : localStorage.getItem(key);
  if (kept !== null) {
    const [modifiedMs = '', content = ''] = kept.split(separator);
    open.set(key, { bytes: base64ToBytes(content), modifiedMs: Number(modifiedMs) });
  }
  return open.get(key);
}

export function writeUserFile(path: string, bytes: Uint8Array): void {
  const key = prefix() + path;
  const modifiedMs = Date.now();
  forgetAddress(key);
  open.set(key, { bytes, modifiedMs });
  try {
    localStorage.setItem(key, `${modifiedMs}${separator}${bytesToBase64(bytes)}`);
  } catch {
    localStorage.removeItem(key);
  }
}

/** @returns whether there was one */
export function removeUserFile(path: string): boolean {
  const key = prefix() + path;
  const found = userFile(path) !== undefined;
  forgetAddress(key);
  open.delete(key);
  localStorage.removeItem(key);
  return found;
}

/** Paths of all of them. */
export function userPaths(): string[] {
  const start = prefix();
  const keys = new Set([...Object.keys(localStorage), ...open.keys()]);
  return [...keys].filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
}

/** An address that `<img>` and `fetch` read it from. */
export function userFileUrl(path: string): string | undefined {
  const file = userFile(path);
  if (file === undefined) return undefined;
  const key = prefix() + path;
  const address = addresses.get(key) ?? URL.createObjectURL(new Blob([file.bytes.slice()]));
  addresses.set(key, address);
  return address;
}
