import type { Services } from '../platform/context';
import { v } from '../platform/validation';
import type { Export } from './document/export';
import type { NamedRow } from './rules/sort-rows';

const rowsIn = v.array(v.object({ name: v.string(), surnameKey: v.string(), cells: v.array(v.string()) }));
/** One request deletes so many files. */
const filesAtOnce = 50;

/** Keeps rows that were read until all are. The same part once more is the same file. */
export function writePart(
  { storage }: Services,
  { _id, partFileIds }: Export,
  rows: readonly NamedRow[],
): Promise<string> {
  const name = `exports/part-${_id}-${String(partFileIds.length).padStart(4, '0')}.json`;
  return storage.upload(name, Buffer.from(JSON.stringify(rows), 'utf8'));
}

/** @throws Error where a part is gone */
export async function readParts({ storage }: Services, { partFileIds }: Export): Promise<readonly NamedRow[]> {
  const rows: NamedRow[] = [];
  for (const fileId of partFileIds) {
    const bytes = await storage.download(fileId);
    if (!bytes) throw new Error('a part of an export is gone');
    rows.push(...v.parse(rowsIn, JSON.parse(bytes.toString('utf8'))));
  }
  return rows;
}

export async function removeFiles({ storage }: Pick<Services, 'storage'>, fileIds: readonly string[]): Promise<void> {
  for (let at = 0; at < fileIds.length; at += filesAtOnce) await storage.remove(fileIds.slice(at, at + filesAtOnce));
}
