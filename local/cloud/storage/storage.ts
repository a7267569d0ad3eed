import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import {
  cpSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BadPath, cloudPathOf, decodeAddress, fileIdOf, locate } from './paths';

export type StorageCode = 'SUCCESS' | 'STORAGE_FILE_NONEXIST' | 'STORAGE_REQUEST_FAIL';

/** Two hours, as the cloud's temporary addresses last when nobody says otherwise. */
export const defaultAgeSeconds = 7200;
const uploadAgeSeconds = 900;

/**
 * Files of the cloud, in a folder of this machine, behind addresses that are signed and expire by the cloud's clock.
 */
export class Storage {
  private readonly secret = randomBytes(32);

  constructor(
    private readonly folder: string,
    private readonly url: () => string,
    private readonly nowMs: () => number,
  ) {}

  /** @returns where and with which authorization to PUT the file. @throws BadPath */
  uploadTarget(cloudPath: string): { url: string; authorization: string; fileID: string } {
    locate(this.folder, cloudPath);
    const expires = this.expiry(uploadAgeSeconds);
    return {
      url: `${this.url()}/storage/${encodeURI(cloudPath)}`,
      authorization: `${expires}.${this.sign('PUT', cloudPath, expires)}`,
      fileID: fileIdOf(cloudPath),
    };
  }

  isUploadAllowed(cloudPath: string, authorization: string): boolean {
    const [expires = '', signature = ''] = authorization.split('.');
    return this.isSigned('PUT', cloudPath, expires, signature);
  }

  /** Writes beside the file first, so that a broken upload leaves the old one. @throws BadPath */
  async write(cloudPath: string, content: Readable): Promise<string> {
    const file = locate(this.folder, cloudPath);
    mkdirSync(path.dirname(file), { recursive: true });
    const partFile = `${file}.${randomBytes(6).toString('hex')}.part`;
    try {
      await pipeline(content, createWriteStream(partFile));
      renameSync(partFile, file);
    } finally {
      rmSync(partFile, { force: true });
    }
    return fileIdOf(cloudPath);
  }

  /** The address is not percent-encoded: the SDK does that itself. */
  downloadUrl(fileID: string, ageSeconds: number): { code: StorageCode; url: string } {
    const cloudPath = cloudPathOf(fileID);
    if (cloudPath === undefined || this.sizeBytes(cloudPath) === undefined)
      return { code: 'STORAGE_FILE_NONEXIST', url: '' };
    const expires = this.expiry(ageSeconds);
    return {
      code: 'SUCCESS',
      url: `${this.url()}/storage/${cloudPath}?t=${expires}&sign=${this.sign('GET', cloudPath, expires)}`,
    };
  }

  isDownloadAllowed(cloudPath: string, expires: string, signature: string): boolean {
    return this.isSigned('GET', cloudPath, expires, signature);
  }

  /** @returns undefined when there is no such file */
  sizeBytes(cloudPath: string): number | undefined {
    try {
      const found = statSync(locate(this.folder, cloudPath), { throwIfNoEntry: false });
      return found?.isFile() ? found.size : undefined;
    } catch (error) {
      if (error instanceof BadPath || (error instanceof Error && 'code' in error)) return undefined;
      throw error;
    }
  }

  /** Whether this address gives access to its file now. */
  isReadable(address: string): boolean {
    const prefix = `${this.url()}/storage/`;
    if (!address.startsWith(prefix)) return false;
    const [encoded = '', query = ''] = address.slice(prefix.length).split('?', 2);
    const parameters = new URLSearchParams(query);
    const cloudPath = decodeAddress(encoded);
    if (cloudPath === undefined || this.sizeBytes(cloudPath) === undefined) return false;
    return this.isDownloadAllowed(cloudPath, parameters.get('t') ?? '', parameters.get('sign') ?? '');
  }

  read(cloudPath: string): Readable {
    return createReadStream(locate(this.folder, cloudPath));
  }

  remove(fileID: string): StorageCode {
    const cloudPath = cloudPathOf(fileID);
    if (cloudPath === undefined || this.sizeBytes(cloudPath) === undefined) return 'STORAGE_FILE_NONEXIST';
    this.clearFile(cloudPath);
    return 'SUCCESS';
  }

  copy(from: string, to: string, overwrite: boolean): StorageCode {
    if (this.sizeBytes(from) === undefined) return 'STORAGE_FILE_NONEXIST';
    const target = locate(this.folder, to);
    if (existsSync(target) && !overwrite) return 'STORAGE_REQUEST_FAIL';
    mkdirSync(path.dirname(target), { recursive: true });
    cpSync(locate(this.folder, from), target);
    return 'SUCCESS';
  }

  clearFile(cloudPath: string): void {
    rmSync(locate(this.folder, cloudPath), { force: true });
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private expiry(ageSeconds: number): string {
    return String(Math.floor(this.nowMs() / 1000) + ageSeconds);
  }

  private sign(method: 'GET' | 'PUT', cloudPath: string, expires: string): string {
    return createHmac('sha256', this.secret).update(`${method} ${cloudPath} ${expires}`).digest('hex').slice(0, 32);
  }

  private isSigned(method: 'GET' | 'PUT', cloudPath: string, expires: string, signature: string): boolean {
    const expected = Buffer.from(this.sign(method, cloudPath, expires));
    const given = Buffer.from(signature);
    return (
      given.length === expected.length && timingSafeEqual(given, expected) && Number(expires) * 1000 >= this.nowMs()
    );
  }
}
