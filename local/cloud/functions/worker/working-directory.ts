import fs from 'node:fs';
import path from 'node:path';

/** Functions of `node:fs` whose first argument is a path; of the last group the second one is a path, too. */
const onePath = [
  'access appendFile chmod cp createReadStream createWriteStream exists lstat mkdir mkdtemp open opendir readFile',
  'readdir readlink realpath rm rmdir stat truncate unlink utimes writeFile',
].flatMap((line) => line.split(' '));
const twoPaths = ['copyFile', 'cp', 'link', 'rename'];

type Callable = (...values: unknown[]) => unknown;
const isCallable = (value: unknown): value is Callable => typeof value === 'function';

/**
 * Makes a function's folder its working directory. Threads share the machine's directory, so that relative paths are
 * completed before Node gets them.
 */
export function setWorkingDirectory(folder: string): void {
  process.cwd = () => folder;
  const completed = (value: unknown): unknown =>
    typeof value === 'string' && !path.isAbsolute(value) ? path.join(folder, value) : value;
  const wrap = (owner: object, name: string, count: number): void => {
    const original: unknown = Reflect.get(owner, name);
    if (!isCallable(original)) return;
    const wrapped = (...values: unknown[]): unknown =>
      Reflect.apply(original, owner, [...values.slice(0, count).map(completed), ...values.slice(count)]);
    Reflect.set(owner, name, Object.assign(wrapped, original));
  };
  for (const name of onePath.filter((each) => !twoPaths.includes(each)))
    for (const [owner, method] of [
      [fs, name],
      [fs, `${name}Sync`],
      [fs.promises, name],
    ] as const)
      wrap(owner, method, 1);
  for (const name of twoPaths)
    for (const [owner, method] of [
      [fs, name],
      [fs, `${name}Sync`],
      [fs.promises, name],
    ] as const)
      wrap(owner, method, 2);
}
