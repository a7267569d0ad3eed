import { derivedId } from '../../platform/ids';
import type { ListRow } from '../check/read-list';
import type { Surroundings } from '../check/surroundings';
import type { StationEntry } from '../entries';
import { plainName } from '../rules/find-place';
import { tradeWords } from '../text/words';
import type { KeepersKnown } from './keepers';
import type { StationBook } from './station-book';

/** A row of stations with all that its fate may depend on. */
export interface StationLine {
  readonly row: ListRow;
  readonly entry: StationEntry;
  readonly book: StationBook;
  readonly around: Surroundings;
  readonly known: KeepersKnown;
  /** Organisations that are known or that the file makes, by name. */
  readonly orgIdOf: (name: string) => string | undefined;
}

/** The id that an organisation gets which a list makes. */
export function organisationId(communityId: string, name: string): string {
  return derivedId('org', 'import', communityId, plainName(name));
}

/** The trade that a row says, or that its name tells. */
export function tradeOf({ trade, name }: StationEntry): StationEntry['trade'] {
  if (trade) return trade;
  for (const kind of ['delivery', 'driver', 'parcel', 'sanitation'] as const)
    if (tradeWords[kind].test(name)) return kind;
  return undefined;
}
