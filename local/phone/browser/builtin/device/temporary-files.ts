/**
 * Temporary files of the phone. A path is an object URL with the file's name as its fragment (`blob:…#/photo.jpg`): an
 * `<img>` shows it, `fetch` reads it, and it has the extension that pages look for.
 */
const files = new Map<string, File>();

export function createTemporaryFile(file: File): string {
  const path = `${URL.createObjectURL(file)}#/${encodeURIComponent(file.name || 'file')}`;
  files.set(path, file);
  return path;
}

export function temporaryFileAt(path: string): File | undefined {
  return files.get(path);
}

export function deleteTemporaryFile(path: string): boolean {
  URL.revokeObjectURL(path.split('#')[0] ?? path);
  return files.delete(path);
}

/** Reads the file at any address that pages have: a temporary file, a file of the app, a picture on the network. */
export async function readFileAt(path: string, address: string): Promise<File> {
  const known = files.get(path);
  if (known !== undefined) return known;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`file not found ${path}`);
  const content = await response.blob();
  return new File([content], path.split(/[/?#]/).pop() ?? 'file', { type: content.type });
}
