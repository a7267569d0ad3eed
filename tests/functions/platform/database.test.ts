import { collection, DuplicateValue, under, type Stored } from '../../../cloudfunctions/core/platform/database';
import type { LookUp } from '../../../cloudfunctions/core/platform/look-up';
import type { Services } from '../../../cloudfunctions/core/platform/context';
import { done, refuse } from '../../../cloudfunctions/core/platform/result';
import { startApi, type ApiCloud } from '../../support/api';

interface Thing extends Stored {
  readonly group: string;
  readonly path: string;
  readonly points: number;
  readonly at: Date;
  readonly inner: { readonly a?: number; readonly b?: number };
  readonly list: readonly { readonly n: number }[];
  readonly none?: string;
}

const things = collection<Thing>('things');
const other = collection<Stored & { readonly code: string }>('unique');
const plan = (name: string, fields: string[], unique = false) => ({
  name,
  unique,
  fields: fields.map((field) => ({ name: field, direction: 1 as const })),
});
const manifest = {
  collections: [
    { name: 'things', indexes: [plan('group_path', ['group', 'path']), plan('group_points', ['group', 'points'])] },
    { name: 'unique', indexes: [plan('code', ['code'], true)] },
  ],
};

describe.each(['E11000', 'DATABASE_DUPLICATE_WRITE'] as const)(
  'the database through the real SDK, duplicates as %s',
  (duplicateKeyForm) => {
    let cloud: ApiCloud;
    let database: Services['database'];
    beforeAll(async () => {
      cloud = await startApi({
        functions: ['api'],
        manifest,
        demo: { load: () => undefined, personas: () => [] },
        duplicateKeyForm,
      });
      ({ database } = await cloud.services());
    });
    afterAll(() => cloud.close());
    beforeEach(() => cloud.control('/local/reset', {}));

    const thing = (id: string, more: Partial<Thing> = {}): Thing => ({
      _id: id,
      group: 'g',
      path: `g/${id}`,
      points: 1,
      at: new Date('2026-11-23T00:00:00Z'),
      inner: { a: 1 },
      list: [],
      ...more,
    });
    const put = async (...documents: Thing[]) => {
      for (const document of documents) await database.insert(things, document);
    };

    it('gives back what was stored, dates as dates, and nothing for nobody', async () => {
      await put(thing('a'));
      expect(await database.get(things, 'a')).toEqual(thing('a'));
      expect(await database.get(things, 'b')).toBeUndefined();
    });

    it('says whether an insert was the first, by _id and by a unique index', async () => {
      expect([
        await database.insert(things, thing('a')),
        await database.insert(things, thing('a', { points: 9 })),
      ]).toEqual([true, false]);
      expect((await database.get(things, 'a'))?.points).toBe(1);
      expect([
        await database.insert(other, { _id: '1', code: 'x' }),
        await database.insert(other, { _id: '2', code: 'x' }),
      ]).toEqual([true, false]);
    });

    it('refuses a change that would repeat a unique value, in a transaction too', async () => {
      await database.insert(other, { _id: '1', code: 'x' });
      await database.insert(other, { _id: '2', code: 'y' });
      await expect(database.updateWhere(other, { _id: '2' }, { set: { code: 'x' } })).rejects.toThrow(DuplicateValue);
      await expect(
        database.transaction(async (transaction) => done(await transaction.update(other, '2', { set: { code: 'x' } }))),
      ).rejects.toThrow(DuplicateValue);
      expect((await database.get(other, '2'))?.code).toBe('y');
    });

    it('gives a document together with the one that it names, in one request', async () => {
      await put(
        thing('a', { group: 'b' }),
        thing('b', { at: new Date('2026-11-24T00:00:00Z') }),
        thing('c', { group: 'nobody' }),
      );
      const other = { in: things, by: 'group' } as const;
      expect(await database.getWith(things, 'a', other)).toEqual({
        document: thing('a', { group: 'b' }),
        other: thing('b', { at: new Date('2026-11-24T00:00:00Z') }),
        held: new Set(),
      });
      expect(await database.getWith(things, 'c', other)).toEqual({
        document: thing('c', { group: 'nobody' }),
        other: undefined,
        held: new Set(),
      });
      expect(await database.getWith(things, 'nobody', other)).toBeUndefined();
      const maybeHeld = { in: things, field: 'group', values: ['b', 'd', 'nobody'] };
      expect(await database.getWith(things, 'b', null, maybeHeld)).toEqual({
        document: thing('b', { at: new Date('2026-11-24T00:00:00Z') }),
        other: undefined,
        held: new Set(['b', 'nobody']),
      });
    });

    it('answers several questions in one request, by their indexes', async () => {
      const many = ['a', 'b', 'c', 'd'].map((id, points) => thing(id, { points, group: id === 'd' ? 'h' : 'g' }));
      await put(...many);
      await database.insert(other, { _id: '1', code: 'x' });
      const questions = [
        { of: things, where: { group: 'g', points: { gt: 0 } }, sort: { points: 'desc' }, limit: 1 },
        { of: things, where: { group: 'nobody' }, limit: 1 },
        { of: other, where: { code: { oneOf: ['x', 'y'] } }, limit: 9, exclude: ['code'] },
      ] as const;
      const [best, none, codes] = (await database.findTogether(things, questions)) ?? [];
      expect([best, none, codes]).toEqual([[thing('c', { points: 2 })], [], [{ _id: '1' }]]);
      await database.removeWhere(things, { group: { oneOf: ['g', 'h'] } });
      expect(await database.findTogether(things, questions)).toBeUndefined();
    });

    it('looks up from one document, each look-up by what was found before, all in one request', async () => {
      await put(thing('a', { path: 'b', points: 7 }), thing('b', { group: 'h', points: 2 }), thing('c', { points: 3 }));
      await database.insert(other, { _id: '1', code: 'g:7' });
      const named: LookUp<Thing> = {
        name: 'named',
        of: things,
        by: { field: '_id', values: ['path'] },
        isOne: true,
        exclude: ['inner'],
      };
      const top: LookUp<Thing> = {
        name: 'top',
        of: things,
        sameAs: { group: 'group' },
        query: { where: { points: { gt: 1 } }, sort: { points: 'desc' }, limit: 1 },
      };
      const cases = [{ list: 'list.n', has: '1', value: 'one' }];
      const codes: LookUp<Stored & { readonly code: string }> = {
        name: 'codes',
        of: other,
        take: 'code',
        by: {
          field: 'code',
          values: [
            { text: [{ path: 'named.group' }, ':7'] },
            { text: [{ path: 'group' }, ':7'] },
            { text: ['$group', { cases, otherwise: '!' }] },
            { text: [{ path: 'none' }, ':7'] },
          ],
        },
      };
      const wanted = { id: 'a', exclude: ['list'], lookUps: [named, top, codes] };
      const looked = await database.lookUp(things, wanted);
      expect(looked?.document).toEqual({ ...thing('a', { path: 'b', points: 7 }), list: undefined });
      const { found } = looked!;
      expect(found.documents(named)).toEqual([{ ...thing('b', { group: 'h', points: 2 }), inner: undefined }]);
      expect(found.documents(top)?.map(({ _id }) => _id)).toEqual(['a']);
      // What is constant is never read as a path, and what is missing is no value.
      expect([...found.values(codes)].sort()).toEqual(['$group!', 'g:7', 'h:7']);
      expect([...(found.texts(codes) ?? [])]).toEqual(['g:7']);
      expect(await database.lookUp(things, { ...wanted, id: 'missing' })).toBeUndefined();
    });

    it('finds by equality, list, range and alternatives, in order, without what was not asked for', async () => {
      await put(
        thing('a', { points: 1 }),
        thing('b', { points: 2 }),
        thing('c', { points: 3 }),
        thing('d', { group: 'h', points: 4 }),
      );
      const ids = async (query: Parameters<typeof database.find>[1]) =>
        (await database.find(things, query)).map(({ _id }) => _id);
      expect(await ids({ where: { group: 'g', points: { gte: 2 } }, sort: { points: 'desc' }, limit: 9 })).toEqual([
        'c',
        'b',
      ]);
      expect(await ids({ where: { group: 'g', points: { gt: 1, lte: 2 } }, limit: 9 })).toEqual(['b']);
      expect(await ids({ where: { group: 'g', points: { oneOf: [1, 3] } }, limit: 9 })).toEqual(['a', 'c']);
      expect((await ids({ anyOf: [{ _id: 'd' }, { group: 'g', points: 3 }], limit: 9 })).sort()).toEqual(['c', 'd']);
      expect(await ids({ where: { group: 'g' }, sort: { points: 'asc' }, limit: 2 })).toEqual(['a', 'b']);
      expect(await database.find(things, { where: { _id: 'a' }, limit: 1, exclude: ['inner', 'list'] })).toEqual([
        expect.not.objectContaining({ inner: expect.anything() }),
      ]);
      expect(await database.count(things, { group: 'g' })).toBe(3);
    });

    it('finds a place and what lies under it, not what only begins alike', async () => {
      await put(
        thing('1', { path: 'q/g1' }),
        thing('2', { path: 'q/g1/s1' }),
        thing('3', { path: 'q/g10' }),
        thing('4', { path: 'q/g1_2' }),
        thing('5', { path: 'q/g2' }),
      );
      const found = await database.find(things, {
        where: { group: 'g', path: under('q/g1') },
        sort: { path: 'asc' },
        limit: 9,
      });
      expect(found.map(({ path }) => path)).toEqual(['q/g1', 'q/g1/s1']);
    });

    it('sets fields whole, adds, appends with a bound and removes, where the condition still holds', async () => {
      await put(thing('a', { none: 'x' }));
      const change = {
        set: { inner: { b: 2 } },
        unset: ['none'],
        increment: { points: 4 },
        push: { list: { values: [{ n: 1 }, { n: 2 }, { n: 3 }], limit: 2 } },
      } as const;
      expect(await database.updateWhere(things, { _id: 'a', points: 1 }, change)).toBe(1);
      expect(await database.get(things, 'a')).toEqual({
        ...thing('a'),
        inner: { b: 2 },
        points: 5,
        list: [{ n: 2 }, { n: 3 }],
      });
      expect(await database.updateWhere(things, { _id: 'a', points: 1 }, change)).toBe(0);
      expect(await database.removeWhere(things, { _id: 'a' })).toBe(1);
    });

    it('commits what a transaction answers ok for, and undoes a refusal', async () => {
      await put(thing('a'));
      const move = (commit: boolean) =>
        database.transaction(async (transaction) => {
          await transaction.update(things, 'a', { increment: { points: 10 } });
          await transaction.insert(things, thing('b'));
          return commit ? done('moved') : refuse('WRONG_STATUS');
        });
      expect(await move(false)).toEqual(refuse('WRONG_STATUS'));
      expect([(await database.get(things, 'a'))?.points, await database.get(things, 'b')]).toEqual([1, undefined]);
      expect(await move(true)).toEqual(done('moved'));
      expect([(await database.get(things, 'a'))?.points, (await database.get(things, 'b'))?.points]).toEqual([11, 1]);
    });

    it('loses no increment of 20 transactions at once, and repeats what a conflict ended', async () => {
      await put(thing('a', { points: 0 }));
      const results = await Promise.all(
        Array.from({ length: 20 }, () =>
          database.transaction(async (transaction) => {
            const current = await transaction.get(things, 'a');
            await transaction.update(things, 'a', { set: { points: (current?.points ?? 0) + 1 } });
            return done(true);
          }),
        ),
      );
      const committed = results.filter(({ ok }) => ok).length;
      expect((await database.get(things, 'a'))?.points).toBe(committed);
      expect(committed).toBeGreaterThan(10);
      for (const result of results) expect(result.ok || result.code === 'BUSY').toBe(true);
    });

    it('survives conflicts that the cloud raises at an operation and at the commit', async () => {
      await put(thing('a'));
      await cloud.control('/local/faults', { kind: 'conflict', match: 'database.modifyDocument', times: 2 });
      await cloud.control('/local/faults', { kind: 'conflict', match: 'database.commitTransaction', times: 1 });
      let runs = 0;
      const result = await database.transaction(async (transaction) => {
        runs += 1;
        await transaction.update(things, 'a', { increment: { points: 1 } });
        return done(true);
      });
      expect(result).toEqual(done(true));
      expect([runs, (await database.get(things, 'a'))?.points]).toEqual([4, 2]);
    });

    it('finds that a document which was made meanwhile is there on the second run', async () => {
      let runs = 0;
      const result = await database.transaction(async (transaction) => {
        runs += 1;
        const there = await transaction.get(things, 'a');
        if (there) return done(`there after ${runs}`);
        await database.insert(things, thing('a'));
        await transaction.insert(things, thing('a'));
        return done('made');
      });
      expect(result).toEqual(done('there after 2'));
    });
  },
);
