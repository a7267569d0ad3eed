import type { Lianxin } from './product';

/**
 * Has a small list looked at, as somebody in the office does; nothing of it is written.
 * @returns the import's id
 */
export async function checkedList(product: Lianxin): Promise<string> {
  const openid = 'secretary-fu';
  const text = '姓名,联系电话\n成小明,16488880001\n成小红,16488880002\n成小刚,12\n';
  const fileId = await product.upload(openid, 'imports/visits-list.csv', Buffer.from(text));
  const input = { kind: 'residents', fileId, fileName: '居民名册.csv', requestId: 'visits-import-1' } as const;
  const started = await product.callAs(openid, 'import.start', input);
  if (!started.ok) throw new Error(`import.start: ${started.code} ${started.field ?? ''}`);
  const { importId } = started.data;
  const checked = await product.callAs(openid, 'import.advance', { importId, requestId: 'visits-import-2' });
  if (!checked.ok || checked.data.state !== 'checked') throw new Error(`import.advance: ${JSON.stringify(checked)}`);
  return importId;
}

/** The page of an import. */
export function listAddress(importId: string): string {
  return `/packages/office/import/import?importId=${importId}`;
}
