import path from 'node:path';
import { bucketName, environmentId } from '../environment';

export class BadPath extends Error {}

const fileIdPrefix = `cloud://${environmentId}.${bucketName}/`;
const maxPathLength = 850;
/** What file systems take as one name, less what stands behind it while it is written. */
const maxNameBytes = 255 - '.0123456789ab.part'.length;
/** What would change the meaning of a URL or of a path on some system; control characters as well. */
const forbiddenCharacters = /[\\?#%*:"<>|\p{Cc}]/u;

export function fileIdOf(cloudPath: string): string {
  return fileIdPrefix + cloudPath;
}

/** @returns undefined for a file of another environment, or what is no file ID at all */
export function cloudPathOf(fileId: string): string | undefined {
  return fileId.startsWith(fileIdPrefix) ? fileId.slice(fileIdPrefix.length) : undefined;
}

/**
 * The path of a file on this machine. No name leads out of the folder.
 * @throws BadPath
 */
export function locate(folder: string, cloudPath: string): string {
  const parts = cloudPath.split('/');
  const isPlain = parts.every((part) => part !== '' && part !== '.' && part !== '..');
  if (!isPlain || forbiddenCharacters.test(cloudPath) || cloudPath.length > maxPathLength)
    throw new BadPath(`invalid cloudPath ${JSON.stringify(cloudPath)}`);
  if (parts.some((part) => Buffer.byteLength(part) > maxNameBytes))
    throw new BadPath(`invalid cloudPath: a name in it is longer than ${maxNameBytes} bytes`);
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
