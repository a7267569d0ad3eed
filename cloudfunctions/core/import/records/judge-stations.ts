import type { CellNote } from '../../../../miniprogram/contracts/import-row';
import type { Database } from '../../platform/database';
import type { RowCode } from '../document/page';
import type { List, ListRow } from '../check/read-list';
import type { Surroundings } from '../check/surroundings';
import type { StationEntry } from '../entries';
import { plainName } from '../rules/find-place';
import { noteOf, refusedRecord, type Judged, type RecordJudge } from './judge';
import { judgeInstructor, judgeOrganisation } from './judge-organisations';
import { judgeSite } from './judge-sites';
import { judgeStation } from './judge-station';
import { readKeepers } from './keepers';
import { isCalled, readStationBook } from './station-book';
import { organisationId, tradeOf, type StationLine } from './station-line';

/**
 * Sites, organisations, instructors, stations and shops of a list. Whoever names an organisation may stand above it in
 * the file or on another sheet: organisations are looked for in the whole file, and written first.
 */
export async function stationJudge(database: Database, around: Surroundings, list: List): Promise<RecordJudge> {
  const book = await readStationBook(database, around.community._id);
  const made = new Set(list.rows.flatMap(({ entry }) => (isNewOrg(entry) ? [plainName(entry.name)] : [])));
  const orgIdOf = (name: string): string | undefined => {
    const known = book.orgs.find((org) => isCalled(org.name, name));
    if (known) return known._id;
    return made.has(plainName(name)) ? organisationId(around.community._id, name) : undefined;
  };
  const assumed = list.rows.find(({ entry }) => entry?.type === 'station' && entry.point && !entry.system);
  return {
    async judge(rows) {
      const entries = rows.flatMap(({ entry }) => (entry?.type === 'station' ? [entry] : []));
      const known = await readKeepers(around, entries);
      return new Map(
        rows.flatMap((row) => {
          if (row.entry?.type !== 'station') return [];
          const judged = judge({ row, entry: row.entry, book, around, known, orgIdOf });
          return [[row, row === assumed ? withNote(judged, noteOf(row, 'pointAssumed')) : judged] as const];
        }),
      );
    },
  };
}

/** Organisations first, in the order of the file else: what belongs to them finds them there. */
export function organisationsFirst(rows: readonly ListRow[]): readonly ListRow[] {
  const isOrg = ({ entry }: ListRow): boolean => entry?.type === 'station' && entry.kind === 'organisation';
  return [...rows.filter(isOrg), ...rows.filter((row) => !isOrg(row))];
}

function isNewOrg(entry: ListRow['entry']): entry is StationEntry {
  return entry?.type === 'station' && entry.kind === 'organisation' && tradeOf(entry) !== undefined;
}

function judge(line: StationLine): Judged {
  const { row, entry } = line;
  if (entry.name.length > nameLength) return refusedRecord(row, entry.name, 'textUnreadable', entry.name);
  switch (entry.kind) {
    case 'organisation':
      return judgeOrganisation(line);
    case 'instructor':
      return judgeInstructor(line);
    case 'site':
      return judgeSite(line);
    default:
      return judgeStation(line, entry.kind);
  }
}

/** Longest name of a station. */
const nameLength = 40;

function withNote(judged: Judged, note: CellNote<RowCode>): Judged {
  return { ...judged, notes: [...judged.notes, note] };
}
