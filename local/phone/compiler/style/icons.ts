/**
 * TDesign draws its icons with a font from a CDN. Nothing is fetched from outside here: the same icons are CSS masks
 * over the pictures of the package `tdesign-icons-svg`, in the text's colour.
 */
import { join } from 'node:path';
import type { Root } from 'postcss';
import { isFile, readText } from '../memo';
import { packageFolder } from '../package-folder';

const iconSheetPattern = /tdesign-miniprogram[\\/].*icon[\\/]icon\.wxss$/;
const iconRulePattern = /^\.t-icon-([\w-]+)::?before$/;

const maskRule = `.t-icon>.t-icon-base::before{
  content:"";display:block;width:1em;height:1em;background:currentColor;
  -webkit-mask:var(--t-icon) center/contain no-repeat;mask:var(--t-icon) center/contain no-repeat
}`;

function iconFolder(): string {
  return join(packageFolder('tdesign-icons-svg'), 'src');
}

export function isIconSheet(file: string): boolean {
  return iconSheetPattern.test(file);
}

/** The SVG of an icon, or undefined if the package has none of that name. */
export function readIcon(name: string): string | undefined {
  const file = join(iconFolder(), `${name}.svg`);
  if (!/^[\w-]+$/.test(name) || !isFile(file)) return undefined;
  return readText(file)
    .replace('view-box', 'viewBox')
    .replace(/(width|height)="1em"/g, '$1="24"');
}

/**
 * Replaces the font by masks in TDesign's icon sheet. An icon without a picture shows nothing, as before the font is
 * loaded.
 */
export function maskIcons(root: Root): void {
  root.walkAtRules('font-face', (rule) => {
    rule.remove();
  });
  root.walkRules((rule) => {
    const name = iconRulePattern.exec(rule.selector)?.[1];
    if (rule.selector === '.t-icon') rule.remove();
    else if (name === undefined) return;
    else if (!isFile(join(iconFolder(), `${name}.svg`))) rule.remove();
    else rule.removeAll().append({ prop: '--t-icon', value: `url(/icons/${name}.svg)` });
  });
  root.append(maskRule);
}

/** The words that can name an icon in an app's code: a class, a property, a text in a script. */
export function wordsOf(codes: Iterable<string>): Set<string> {
  const words = new Set<string>();
  for (const code of codes) for (const [word] of code.matchAll(/[a-z][a-z0-9]*(?:-[a-z0-9]+)*/g)) words.add(word);
  return words;
}

/** Removes the rules of icons whose names do not occur in the app, as such or as the outline of a `-filled` one. */
export function removeUnusedIcons(css: string, words: ReadonlySet<string>): string {
  const isUsed = (name: string): boolean => words.has(name) || words.has(name.replace(/-filled$/, ''));
  return css.replace(/\.[\w-]*t-icon-([\w-]+)::?before\s*\{[^}]*\}\s*/g, (rule, name: string) =>
    isUsed(name) ? rule : '',
  );
}
