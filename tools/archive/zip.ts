import { BlobReader, Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter, configure } from '@zip.js/zip.js';

configure({ useWebWorkers: false });

/** AES with 256 bits, as WinZip defined it: 7-Zip, WinRAR, Bandizip and macOS's Keka open it, Explorer does not. */
const encryptionStrength = 3;
export const passwordLength = 12;

/** @throws Error for a password that somebody could guess */
export function checkPassword(password: string | undefined): string {
  if (password === undefined || [...password].length < passwordLength)
    throw new Error(`LIANXIN_ARCHIVE_PASSWORD is to hold a password of ${passwordLength} signs or more`);
  return password;
}

/** One encrypted file out of many. Names of files are readable without the password: they tell of nobody. */
export async function zip(files: ReadonlyMap<string, Uint8Array>, password: string): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { password: checkPassword(password), encryptionStrength });
  for (const [name, content] of files) await writer.add(name, new Uint8ArrayReader(content));
  return writer.close();
}

/** @throws Error for another password, or for a file that was changed */
export async function unzip(bytes: Uint8Array, password: string): Promise<Map<string, Uint8Array>> {
  const reader = new ZipReader(new BlobReader(new Blob([new Uint8Array(bytes)])), { password, checkSignature: true });
  const files = new Map<string, Uint8Array>();
  for (const entry of await reader.getEntries())
    if (!entry.directory) files.set(entry.filename, await entry.getData(new Uint8ArrayWriter()));
  await reader.close();
  return files;
}
