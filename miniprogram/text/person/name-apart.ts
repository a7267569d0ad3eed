import type { NameApart } from '../../contracts/name-apart';

/** `陆月华`, and where another one has the same name `陆月华（尾号 5521）`, or `陆月华（红色网格）`. */
export function nameApart({ name, phoneEnd, gridName }: { readonly name: string } & NameApart): string {
  const mark = phoneEnd === undefined ? gridName : `尾号 ${phoneEnd}`;
  return mark === undefined ? name : `${name}（${mark}）`;
}
