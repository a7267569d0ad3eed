/**
 * Files of the phone. A path is an object URL with the file's name as its fragment (`blob:…#/photo.jpg`): an <img> shows it,
 * fetch reads it, and what pages read from a path (the extension) is there.
 */
const files = new Map<string, File>();

export function temporaryFile(file: File): string {
  const path = `${URL.createObjectURL(file)}#/${encodeURIComponent(file.name || 'file')}`;
  files.set(path, file);
  return path;
}

export function fileAt(path: string): File | undefined {
  return files.get(path);
}

export function forgetFile(path: string): boolean {
  URL.revokeObjectURL(path.split('#')[0] ?? path);
  return files.delete(path);
}

/** Reads a file at any address that pages hold: a temporary file, a file of the app, a picture in the net. */
export async function readAny(path: string, address: string): Promise<File> {
  const known = files.get(path);
  if (known !== undefined) return known;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`file not found ${path}`);
  const content = await response.blob();
  return new File([content], path.split(/[/?#]/).pop() ?? 'file', { type: content.type });
}
