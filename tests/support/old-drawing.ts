/** What WeChat's old compiler makes of the product's templates, against what the browser phone has drawn. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { oldCompilerDrawing } from '../../tools/old-compiler';

export const miniprogramFolder = path.resolve(__dirname, '../../miniprogram');

/** One template as the phone has drawn it: its path without an ending, its data as JSON, its own text. */
export interface Drawing {
  readonly file: string;
  readonly data: string;
  readonly text: string;
}
interface Inspected {
  __lianxin: { drawings(): { file: string; data: object; text: string }[] };
}

const entities: Readonly<Record<string, string>> = {
  '&nbsp;': '\u00a0',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&apos;': "'",
  '&ensp;': '\u2002',
  '&emsp;': '\u2003',
};

function textOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return String(node);
  const { children = [] } = node as { children?: unknown[] };
  return children.map(textOf).join('');
}

/** Framework and component read line breaks and entities of a text; blanks between elements are nobody's text. */
function shown(text: string): string {
  return text
    .replace(/\\n/g, '\n')
    .replace(/&\w+;/g, (entity) => entities[entity] ?? entity)
    .replace(/[ \n\t]+/g, '');
}

/**
 * Every drawing of the page on top whose text the old compiler's program does not give from the same data.
 * @param draw of the app's folder, from `oldCompilerDrawing`
 */
export async function otherDrawings(
  page: Page,
  draw: ReturnType<typeof oldCompilerDrawing>,
): Promise<{ drawings: readonly Drawing[]; differences: string[] }> {
  const drawings: Drawing[] = await page.evaluate(() =>
    (globalThis as unknown as Inspected).__lianxin
      .drawings()
      .map(({ file, data, text }) => ({ file, data: JSON.stringify(data), text })),
  );
  const differences: string[] = [];
  for (const { file, data, text } of drawings) {
    const [old, now] = [textOf(draw(`${file}.wxml`, JSON.parse(data) as object)), text].map(shown);
    if (old !== now) differences.push(`${file}: ${old ?? ''} | ${now ?? ''}`);
    if (/\bnull\b|undefined|NaN/.test(old ?? '')) differences.push(`${file} shows null: ${old ?? ''}`);
  }
  return { drawings, differences };
}

/**
 * Every drawing to which `miniprogram-simulate`, the old framework over the old compiler's program, gives another text.
 * @param folder of the app, with its WXML
 */
export function otherSimulations(folder: string, drawings: readonly Drawing[]): string[] {
  const asked = drawings.map(({ file, data }) => ({ file, data: JSON.parse(data) as object }));
  const script = path.join(__dirname, 'simulated-drawing.ts');
  const texts: unknown = JSON.parse(
    execFileSync(process.execPath, ['--import', 'tsx', script], {
      cwd: path.resolve(__dirname, '../..'),
      input: JSON.stringify({ folder, drawings: asked }),
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    }),
  );
  return drawings.flatMap(({ file, text }, at) => {
    const simulated = Array.isArray(texts) ? String(texts[at]) : '';
    return shown(simulated) === shown(text) ? [] : [`${file}: ${shown(simulated)} | ${shown(text)}`];
  });
}

/** Every template of a page or component of the app, packed packages left out, by its path without an ending. */
export function everyTemplate(): string[] {
  return readdirSync(miniprogramFolder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.wxml') && !file.startsWith('miniprogram_npm/'))
    .map((file) => file.slice(0, -'.wxml'.length))
    .sort();
}
