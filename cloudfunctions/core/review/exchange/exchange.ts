import type { ExchangeSide } from '../../../../miniprogram/contracts/exchange';
import type { Acts } from '../../access/act';
import { people, type Person } from '../../person/person';
import { collection, type Database } from '../../platform/database';
import type { RequestRecord } from '../../platform/request';

export interface ExchangeNote {
  readonly noteId: string;
  readonly side: ExchangeSide;
  readonly words: string;
  readonly personId: string;
  readonly name: string;
  readonly at: Date;
}

/**
 * What a member shares with one employer, and what both sides wrote. `_id` is `<employerId>:<personId>`: who changes to
 * another employer is asked anew.
 */
export interface Exchange extends Acts {
  readonly _id: string;
  readonly communityId: string;
  readonly branchId: string;
  readonly employerId: string;
  readonly employerName: string;
  readonly personId: string;
  readonly name: string;
  /** Sorts by name and is unique: `<name>:<personId>`. */
  readonly nameKey: string;
  /** The member agreed that the employer reads their record. */
  readonly agreed: boolean;
  readonly agreedAt: Date;
  /** The latest last; at most `notesKept`. */
  readonly notes: readonly ExchangeNote[];
  readonly requests: readonly RequestRecord[];
}

export const exchanges = collection<Exchange>('exchanges');

/** Years of a note or two a month. */
export const notesKept = 60;

export function exchangeIdOf(employerId: string, personId: string): string {
  return `${employerId}:${personId}`;
}

/** Whether somebody still works for an employer: only then what they agreed to holds. */
export function worksFor(person: Pick<Person, 'employerId' | 'leftAt'> | undefined, employerId: string): boolean {
  return person?.employerId === employerId && person.leftAt === undefined;
}

/** Of these exchanges those that hold: of who agreed and still works there. One read; none for nobody. */
export async function readHolding(database: Database, found: readonly Exchange[]): Promise<ReadonlySet<string>> {
  const personIds = [...new Set(found.flatMap(({ agreed, personId }) => (agreed ? [personId] : [])))];
  if (personIds.length === 0) return new Set();
  const known = await database.find(people, { where: { _id: { oneOf: personIds } }, limit: personIds.length });
  const personOf = new Map(known.map((person) => [person._id, person]));
  const holding = found.filter((one) => one.agreed && worksFor(personOf.get(one.personId), one.employerId));
  return new Set(holding.map(({ _id }) => _id));
}

/** Who is to answer the last note. */
export function waitsFor({ notes }: Pick<Exchange, 'notes'>): ExchangeSide | undefined {
  const last = notes.at(-1);
  return last && (last.side === 'employer' ? 'community' : 'employer');
}
