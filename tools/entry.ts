/** Whether node was started with this file, rather than with one that imports it. */
export function isEntry(file: string): boolean {
  return process.argv[1] === file;
}
