import type { PostHat } from '../../../../miniprogram/contracts/hat';
import { readText, maxLengths } from '../cells/text';
import type { PersonEntry, VacantRow } from '../entries';
import { hatIn, plainPost } from '../table/columns';
import { nothingWords, vacancyWords } from '../text/words';
import { cellText, type Cell } from '../workbook';
import { readNameOf, readPerson } from './person';
import { readField, readPlaceNames, withoutUndefined, type RowInHand } from './row';

/** What a row of posts holds: each column of a post has its own holder, and the numbers to the right of it. */
export interface PostsRow {
  readonly entries: readonly PersonEntry[];
  readonly vacant: readonly VacantRow[];
}

/**
 * Reads a row of posts; nothing where it is refused. Which post it is its own cell says, else the header of its name,
 * else a title.
 */
export function readPostsRow(line: RowInHand, titles: readonly string[]): PostsRow {
  const names = line.of('name');
  const phones = line.of('phone');
  const entries: PersonEntry[] = [];
  const vacant: VacantRow[] = [];
  const noted = readHat(line);
  names.forEach((found, index) => {
    const next = names[index + 1]?.column.column ?? Infinity;
    const own = phones.filter(({ column: { column } }) =>
      names.length === 1 ? true : column > found.column.column && column < next,
    );
    const hat = noted ?? found.column.hat ?? titles.map(hatIn).find((one) => one !== undefined);
    if (isVacant(found.cell)) {
      vacant.push({ row: line.row, ...readPlaceNames(line), ...withoutUndefined({ hat }) });
      return;
    }
    const named = readNameOf(line, found) ?? { name: '' };
    entries.push({ ...readPerson(line, named, own), ...withoutUndefined({ hat }) });
  });
  return line.notes.isRefused ? { entries: [], vacant: [] } : { entries, vacant };
}

function readHat(line: RowInHand): PostHat | undefined {
  return readField(line, 'post', (cell) => {
    const reading = readText(cell, maxLengths.words);
    if (!reading.ok || reading.value === undefined) return reading.ok ? { ...reading, value: undefined } : reading;
    const hat = hatIn(plainPost(reading.value));
    return { ...reading, value: hat, remarks: hat ? [] : [{ code: 'unknownWord' as const, detail: reading.value }] };
  });
}

function isVacant(cell: Cell | undefined): boolean {
  const text = cellText(cell).normalize('NFKC').replace(/\s/g, '');
  return cell?.type !== 'unsaved' && (text === '' || nothingWords.test(text) || vacancyWords.test(text));
}
