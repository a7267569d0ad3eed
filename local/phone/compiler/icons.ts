/**
 * TDesign draws its icons with a font from a CDN. Nothing is fetched from outside here: the same icons come from the package
 * `tdesign-icons-svg` and are painted as CSS masks in the text's colour.
 */
import { join } from 'node:path';
import type { Root } from 'postcss';
import { isFile, readText } from './memo';
import { packageFolder } from './package-folder';

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
  return readText(file).replace('view-box', 'viewBox').replace(/(width|height)="1em"/g, '$1="24"');
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
