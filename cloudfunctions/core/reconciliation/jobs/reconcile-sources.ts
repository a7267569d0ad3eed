import type { Job, JobProgress } from '../../job/job';
import type { JobRecord } from '../../job/job-record';
import type { Finding } from '../../passbook/alarm/alarm';
import { raiseAlarm } from '../../passbook/alarm/raise-alarm';
import { bookLines } from '../../passbook/entry';
import { bookIdOf, passbooks } from '../../passbook/passbook';
import type { Services } from '../../platform/context';
import { dayStart, dayText } from '../../time/shanghai';
import { documentsAtOnce, type PointSource, type SourcedPoints, type SourcePage } from '../source';
import { agrees, pointSources } from '../sources';

/** Every night what gave points in the last two days stands in the books. It counts lines. */
export const reconcileSources: Job = {
  name: 'reconcile-sources',
  every: 'night',
  run(services, record, until) {
    const since = new Date(dayStart(services.clock.now()).getTime() - 2 * 86_400_000).toISOString();
    return readThrough(services, record, {
      until,
      first: since,
      read: (source, after) => source.since(services.database, after),
    });
  },
};

/** Every month everything that ever gave points stands in the books. */
export const reconcileAllSources: Job = {
  name: 'reconcile-all-sources',
  every: 'month',
  run: (services, record, until) =>
    readThrough(services, record, { until, first: '', read: (source, after) => source.all(services.database, after) }),
};

interface Round {
  readonly until: Date;
  /** Where the pages of each source begin. */
  readonly first: string;
  read(source: PointSource, after: string): Promise<SourcePage>;
}

/** One source after the other, page by page; the cursor names the source and the page. */
async function readThrough(services: Services, record: JobRecord | undefined, round: Round): Promise<JobProgress> {
  const [name = '', ...rest] = (record?.cursor ?? '').split('|');
  let index = Math.max(
    0,
    pointSources.findIndex((source) => source.name === name),
  );
  let after = rest.length > 0 ? rest.join('|') : round.first;
  let lines = 0;
  for (let source = pointSources[index]; source; source = pointSources[index]) {
    const page = await round.read(source, after);
    for (const finding of await findings(services, page.sourced)) await raiseAlarm(services, finding);
    lines += page.sourced.length;
    if (page.next === null) index += 1;
    after = page.next ?? round.first;
    const next = pointSources[index];
    if (next && services.clock.now() >= round.until) return { done: lines, cursor: `${next.name}|${after}` };
  }
  return { done: lines, cursor: null };
}

/** What is said to have been posted, and is not, or otherwise, or into a book that has no head. */
async function findings({ database, clock }: Services, said: readonly SourcedPoints[]): Promise<Finding[]> {
  const entries = await byIds(
    said.map(({ entryId }) => entryId),
    (where, limit) => database.find(bookLines, { where, limit }),
  );
  const heads = await byIds(said.map(bookOf), (where, limit) => database.find(passbooks, { where, limit }));
  const day = dayText(clock.now());
  return said.flatMap((points): Finding[] => {
    const { communityId, personId, name, unit } = points;
    const finding = { communityId, bookId: bookOf(points), personId, name, unit, day };
    const entry = entries.get(points.entryId);
    if (entry?.kind !== 'entry') return [{ ...finding, why: 'missing', sequence: 0 }];
    if (!agrees(entry, points)) return [{ ...finding, why: 'source', sequence: entry.sequence }];
    return heads.has(finding.bookId) ? [] : [{ ...finding, why: 'head', sequence: 1 }];
  });
}

function bookOf({ personId, unit }: SourcedPoints): string {
  return bookIdOf(personId, unit);
}

type IdQuery = { readonly _id: { readonly oneOf: readonly string[] } };

/** Documents by their ids, 99 a read. */
async function byIds<Document extends { readonly _id: string }>(
  ids: readonly string[],
  find: (where: IdQuery, limit: number) => Promise<readonly Document[]>,
): Promise<ReadonlyMap<string, Document>> {
  const wanted = [...new Set(ids)];
  const found: Document[] = [];
  for (let start = 0; start < wanted.length; start += documentsAtOnce) {
    const oneOf = wanted.slice(start, start + documentsAtOnce);
    found.push(...(await find({ _id: { oneOf } }, documentsAtOnce)));
  }
  return new Map(found.map((document) => [document._id, document]));
}
