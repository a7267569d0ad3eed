/**
 * TDesign draws its icons with a font from a CDN. Nothing is fetched from outside here: the same icons come from the package
 * `tdesign-icons-svg` and are painted as CSS masks in the text's colour.
 */
import { join } from 'node:path';
import type { Root } from 'postcss';
import { isFile, readText } from '../memo';
import { packageFolder } from '../package-folder';

const ICON_SHEET = /tdesign-miniprogram\/.*icon\/icon\.wxss$/;
const ICON_RULE = /^\.t-icon-([\w-]+)::?before$/;

const PAINT =
  '.t-icon>.t-icon-base::before{content:"";display:block;width:1em;height:1em;background:currentColor;-webkit-mask:var(--t-icon) center/contain no-repeat;mask:var(--t-icon) center/contain no-repeat}';

function iconFolder(): string {
  return join(packageFolder('tdesign-icons-svg'), 'src');
}

export function isIconSheet(file: string): boolean {
  return ICON_SHEET.test(file);
}

/** The drawing of an icon, or undefined if the package has none of that name. */
export function readIcon(name: string): string | undefined {
  const file = join(iconFolder(), `${name}.svg`);
  if (!/^[\w-]+$/.test(name) || !isFile(file)) return undefined;
  return readText(file)
    .replace('view-box', 'viewBox')
    .replace(/(width|height)="1em"/g, '$1="24"');
}

/** Replaces the font by masks in TDesign's icon sheet. Icons that have no drawing show nothing, as with the font before it has come. */
export function paintIcons(root: Root): void {
  root.walkAtRules('font-face', (rule) => {
    rule.remove();
  });
  root.walkRules((rule) => {
    const name = ICON_RULE.exec(rule.selector)?.[1];
    if (rule.selector === '.t-icon') rule.remove();
    else if (name === undefined) return;
    else if (!isFile(join(iconFolder(), `${name}.svg`))) rule.remove();
    else rule.removeAll().append({ prop: '--t-icon', value: `url(/icons/${name}.svg)` });
  });
  root.append(PAINT);
}

/** Words that can name an icon, in whatever an app says: a class, a property, a text in a script. */
export function wordsIn(codes: Iterable<string>): Set<string> {
  const words = new Set<string>();
  for (const code of codes) for (const [word] of code.matchAll(/[a-z][a-z0-9]*(?:-[a-z0-9]+)*/g)) words.add(word);
  return words;
}

/** Without the rules of icons that nothing in the app names, as such or as the outline of a `-filled` one. */
export function dropUnusedIcons(css: string, words: ReadonlySet<string>): string {
  const isUsed = (name: string): boolean => words.has(name) || words.has(name.replace(/-filled$/, ''));
  return css.replace(/\.[\w-]*t-icon-([\w-]+)::?before\s*\{[^}]*\}\s*/g, (rule, name: string) =>
    isUsed(name) ? rule : '',
  );
}
