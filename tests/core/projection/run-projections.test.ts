import type { Projection } from '../../../cloudfunctions/core/projection/projection';
import { projectionJob } from '../../../cloudfunctions/core/projection/run-projections';
import type { SourceChange } from '../../../cloudfunctions/core/projection/source-change';
import { testServices } from '../../support/services';

const start = new Date('2026-11-23T02:00:00Z');
const change: SourceChange = {
  _id: 'person:p1',
  kind: 'person',
  sourceId: 'p1',
  revision: 'r1',
  at: start,
  done: [],
  cursor: null,
};

/** Changes in memory, and a clock that projections move. */
function world() {
  const stored = new Map<string, SourceChange>([[change._id, change]]);
  let nowMs = start.getTime();
  const fits = (id: string, revision?: string) =>
    stored.has(id) && (revision === undefined || stored.get(id)?.revision === revision);
  const database = {
    find: async (_in: unknown, { where }: { where: { at: { lte: Date } } }) =>
      [...stored.values()].filter(({ at }) => at <= where.at.lte).sort((one, other) => +one.at - +other.at),
    updateWhere: async (_in: unknown, where: { _id: string; revision?: string }, { set }: { set: object }) => {
      if (!fits(where._id, where.revision)) return 0;
      stored.set(where._id, { ...stored.get(where._id)!, ...set });
      return 1;
    },
    removeWhere: async (_in: unknown, where: { _id: string; revision?: string }) =>
      fits(where._id, where.revision) && stored.delete(where._id) ? 1 : 0,
    insert: async (_in: unknown, document: SourceChange) => stored.set(document._id, document) !== undefined,
  };
  const services = testServices({ database: database as never, clock: { now: () => new Date(nowMs) } });
  const run = (projections: readonly Projection[], shareMs = 1_000) =>
    projectionJob(projections).run(services, undefined, new Date(nowMs + shareMs));
  return { stored, run, pass: (ms: number) => void (nowMs += ms) };
}

const copying = (name: string, project: Projection['project'], from: Projection['from'] = ['person']): Projection => ({
  name,
  from,
  project,
});

describe('copies of a changed source', () => {
  test('are written by each projection from that kind, and the change is gone', async () => {
    const { run, stored } = world();
    const seen: string[] = [];
    const noting = (name: string, from: Projection['from']) =>
      copying(name, async (_database, { id }) => (seen.push(`${name} ${id}`), { written: 1 }), from);
    const progress = await run([noting('a', ['person']), noting('b', ['post']), noting('c', ['person', 'community'])]);
    expect(seen).toEqual(['a p1', 'c p1']);
    expect(progress).toEqual({ done: 2 });
    expect(stored.size).toBe(0);
  });

  test('go on where the time was up, without what is done', async () => {
    const { run, stored, pass } = world();
    const seen: string[] = [];
    const first = copying('first', async () => (seen.push('first'), { written: 1 }));
    const pages = copying('pages', async (_database, _source, cursor) => {
      seen.push(`from ${cursor}`);
      pass(600);
      return { written: 5, cursor: cursor === 'p3' ? null : `p${Number(cursor?.slice(1) ?? 0) + 1}` };
    });
    await run([first, pages]);
    expect(stored.get('person:p1')).toMatchObject({ done: ['first'], cursor: 'p2' });
    await run([first, pages]);
    expect(seen).toEqual(['first', 'from null', 'from p1', 'from p2', 'from p3']);
    expect(stored.size).toBe(0);
  });

  test('are written anew when the source changes meanwhile', async () => {
    const { run, stored } = world();
    let copies = 0;
    const meanwhile = copying('meanwhile', async () => {
      copies += 1;
      if (copies === 1) stored.set(change._id, { ...change, revision: 'r2' });
      return { written: 1 };
    });
    await run([meanwhile]);
    expect(stored.get(change._id)?.revision).toBe('r2');
    await run([meanwhile]);
    expect([copies, stored.size]).toEqual([2, 0]);
  });

  test('hold up no other source when they cannot be written, and are tried again later', async () => {
    const { run, stored, pass } = world();
    stored.set('person:p2', { ...change, _id: 'person:p2', sourceId: 'p2', at: new Date(start.getTime() + 1) });
    pass(1);
    const seen: string[] = [];
    const failing = copying('failing', async (_database, { id }) => {
      if (id === 'p1' && seen.length < 1) throw new Error('not now');
      return { written: seen.push(id) };
    });
    await run([failing]);
    expect([seen, [...stored.keys()]]).toEqual([['p2'], ['person:p1']]);
    await run([failing]);
    expect(seen).toEqual(['p2']);
    pass(15 * 60_000);
    await run([failing]);
    expect([seen, stored.size]).toEqual([['p2', 'p1'], 0]);
  });

  test('that are sources themselves are followed too', async () => {
    const { run, stored } = world();
    const chain = copying('roster', async () => ({ written: 1, changed: [{ kind: 'community', id: 'c1' }] }));
    const seen: string[] = [];
    const staff = copying('staff', async (_database, { id }) => (seen.push(id), { written: 3 }), ['community']);
    expect(await run([staff, chain])).toEqual({ done: 4 });
    expect([seen, stored.size]).toEqual([['c1'], 0]);
  });
});
