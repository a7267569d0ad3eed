/** The pages of the mini-program, as app.json names them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

interface AppJson {
  readonly pages: readonly string[];
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[];
}

/** Routes of app.json, without a leading slash. */
export function everyRoute(): string[] {
  const app = JSON.parse(readFileSync(path.resolve(__dirname, '../../miniprogram/app.json'), 'utf8')) as AppJson;
  return [...app.pages, ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))];
}
