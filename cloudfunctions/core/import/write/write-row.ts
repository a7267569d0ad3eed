import type { Services } from '../../platform/context';
import type { Import } from '../document/import';
import type { CheckCode, ImportRow } from '../document/page';
import type { RowTarget } from '../document/row-target';
import { fillPost } from './fill-post';
import { writePerson } from './write-person';
import { writeRecord } from './write-record';

/**
 * Writes one row, if it is to be written and is not yet. Twice writes nothing the second time.
 * @throws Error where the cloud is too busy; the page is gone through again
 */
export async function writeRow(services: Services, one: Import, row: ImportRow): Promise<ImportRow> {
  const { record, target } = row;
  if (!isToWrite(row)) return row;
  if (record) return writtenRow(row, await writeRecord(services, one, record));
  return target ? writtenRow(row, await writeTarget(services, one.communityId, target)) : row;
}

function writtenRow(row: ImportRow, left: CheckCode | undefined): ImportRow {
  return left === undefined ? { ...row, written: true } : leftRow(row, left);
}

/** A row that was not written after all, with why. */
export function leftRow(row: ImportRow, left: CheckCode): ImportRow {
  const notes = [...row.notes.filter(({ code }) => code !== left), { row: row.row, column: '', code: left }];
  return { ...row, notes };
}

/** Whether a row is one of those that are written. */
export function isToWrite({ fate, decision, written }: ImportRow): boolean {
  if (written) return false;
  if (fate === 'duplicate') return decision === 'same' || decision === 'other';
  return fate === 'new' || fate === 'changed';
}

async function writeTarget(services: Services, communityId: string, target: RowTarget): Promise<CheckCode | undefined> {
  const person = await writePerson(services, communityId, target);
  if (typeof person === 'string') return person;
  const { post, isNew } = target;
  const isFilled = !post || (await fillPost(services, { communityId, target: post, person, isNewPerson: isNew }));
  return isFilled ? undefined : 'postHeld';
}
