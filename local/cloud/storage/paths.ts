import path from 'node:path';
import { BUCKET, ENVIRONMENT_ID } from '../environment';

export class BadPath extends Error {}

const PREFIX = `cloud://${ENVIRONMENT_ID}.${BUCKET}/`;
const LONGEST_PATH = 850;
/** what would change the meaning of a URL or of a path on some system; control characters as well */
const FORBIDDEN = /[\\?#%*:"<>|\p{Cc}]/u;

export const fileIdOf = (cloudPath: string): string => PREFIX + cloudPath;

/** @returns undefined for a file of another environment, or what is no file ID at all */
export const cloudPathOf = (fileId: string): string | undefined =>
  fileId.startsWith(PREFIX) ? fileId.slice(PREFIX.length) : undefined;

/**
 * Where a file lies on this machine. No name leads out of the folder.
 * @throws BadPath
 */
export function locate(folder: string, cloudPath: string): string {
  const parts = cloudPath.split('/');
  const isPlain = parts.every((part) => part !== '' && part !== '.' && part !== '..');
  if (!isPlain || FORBIDDEN.test(cloudPath) || cloudPath.length > LONGEST_PATH)
    throw new BadPath(`invalid cloudPath ${JSON.stringify(cloudPath)}`);
  const file = path.resolve(folder, ...parts);
  if (!file.startsWith(path.resolve(folder) + path.sep))
    throw new BadPath(`invalid cloudPath ${JSON.stringify(cloudPath)}`);
  return file;
}

/** @returns undefined for what is not well formed */
export function decodeAddress(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}
