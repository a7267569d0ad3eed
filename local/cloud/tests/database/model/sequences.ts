import * as fc from 'fast-check';
import type { IndexSpecification } from '../../../database';
import type { Read } from './model';
import type { Plain, PlainObject } from './values';

export type Step =
  | { kind: 'insert'; document: PlainObject; transaction: number }
  | { kind: 'set'; id: string; document: PlainObject; transaction: number }
  | { kind: 'update'; id: string; update: Record<string, PlainObject>; transaction: number }
  | { kind: 'remove'; id: string; transaction: number }
  | { kind: 'updateAll'; filter: PlainObject; update: Record<string, PlainObject> }
  | { kind: 'removeAll'; filter: PlainObject }
  | { kind: 'find'; read: Read; transaction: number }
  | { kind: 'count'; filter: PlainObject }
  | { kind: 'begin' | 'commit' | 'abort'; transaction: number }
  | { kind: 'index'; index: IndexSpecification };

export interface Sequence {
  indexes: IndexSpecification[];
  steps: Step[];
}

const field = (name: string, direction: 1 | -1 = 1) => ({ name, direction });

/**
 * Compound, descending, multikey, nested, sparse and unique ones; every sequence takes some of them. Those with `_id`
 * last can give a whole order.
 */
const pool: IndexSpecification[] = [
  { name: 'a_b', fields: [field('a'), field('b', -1), field('_id', -1)] },
  { name: 'a_-1', fields: [field('a', -1)] },
  { name: 'b_a', fields: [field('b'), field('a'), field('_id')] },
  { name: 'tags_1', fields: [field('tags')] },
  { name: 'tags_b', fields: [field('tags'), field('b'), field('_id')] },
  { name: 'b_tags', fields: [field('b'), field('tags', -1), field('_id', -1)] },
  { name: 'tags_id', fields: [field('tags'), field('_id')] },
  { name: 'items', fields: [field('items.k'), field('items.v'), field('_id')] },
  { name: 'n.x', fields: [field('n.x'), field('_id')] },
  { name: 'n_1', fields: [field('n')] },
  { name: 'a_sparse', fields: [field('a'), field('_id')], sparse: true },
];
const uniques: IndexSpecification[] = [
  { name: 'u', fields: [field('u')], unique: true },
  { name: 'u', fields: [field('u')], unique: true, sparse: true },
];

const id = fc.integer({ min: 0, max: 7 }).map((number) => `d${String(number)}`);
const small = fc.integer({ min: -1, max: 3 });
const scalar: fc.Arbitrary<Plain> = fc.oneof(
  { weight: 4, arbitrary: small },
  fc.constantFrom<Plain>(null, true, false, 'x', 'xy', 'xyz', 'y', 1.5),
  fc.constantFrom(0, 1000).map((ms) => new Date(ms)),
);
const tags: fc.Arbitrary<Plain> = fc.oneof({ weight: 4, arbitrary: fc.array(small, { maxLength: 3 }) }, scalar);
const nested: fc.Arbitrary<Plain> = fc.oneof(
  fc.record({ x: scalar, y: small }, { requiredKeys: [] }),
  fc.record({ y: small, x: small }),
  fc.constantFrom<Plain>(null, 5),
);
const items: fc.Arbitrary<Plain> = fc.array(
  fc.record({ k: fc.integer({ min: 0, max: 1 }), v: small }, { requiredKeys: ['k'] }),
  { minLength: 1, maxLength: 3, size: 'max' },
);
const u: fc.Arbitrary<Plain> = fc.constantFrom<Plain>(0, 1, 2, 3, null);

const content = fc.record(
  { a: scalar, b: small, count: small, tags, n: nested, items, u },
  { requiredKeys: ['count'] },
) as fc.Arbitrary<PlainObject>;

const update: fc.Arbitrary<Record<string, PlainObject>> = fc.oneof(
  scalar.map((a) => ({ $set: { a } })),
  u.map((value) => ({ $set: { u: value } })),
  tags.map((value) => ({ $set: { tags: value } })),
  scalar.map((x) => ({ $set: { 'n.x': x }, $inc: { count: 1 } })),
  items.map((value) => ({ $set: { items: value }, $unset: { a: '' } })),
  fc.constantFrom('a', 'b', 'tags', 'n.x', 'u').map((path) => ({ $unset: { [path]: '' } })),
  small.map((by) => ({ $inc: { a: by } })),
  small.map((value) => ({ $push: { tags: value } })),
  small.map((value) => ({ $pull: { tags: value } })),
  scalar.map((value) => ({ $max: { a: value } })),
) as fc.Arbitrary<Record<string, PlainObject>>;

/** Updates that no document refuses, so that the order of documents does not matter. */
const harmlessUpdate = fc.oneof(
  fc.record({ $inc: fc.record({ count: small }) }),
  fc.record({ $set: fc.record({ b: small }) }),
  fc.record({ $set: fc.record({ a: scalar }) }),
  fc.constant({ $unset: { tags: '' } }),
) as fc.Arbitrary<Record<string, PlainObject>>;

const path = fc.constantFrom('a', 'b', 'tags', 'n.x', 'n', 'items.k', 'items.v', 'u', '_id', 'items');
const value = fc.oneof(
  { weight: 6, arbitrary: scalar },
  id,
  fc.array(small, { maxLength: 2 }) as fc.Arbitrary<Plain>,
  nested,
);
const comparison = fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte');
const condition: fc.Arbitrary<Plain> = fc.oneof(
  { weight: 3, arbitrary: scalar.map((argument) => ({ $eq: argument })) },
  {
    weight: 3,
    arbitrary: fc.tuple(comparison, fc.oneof(scalar, id)).map(([name, argument]) => ({ [name]: argument })),
  },
  fc
    .tuple(fc.constantFrom('$gt', '$gte'), small, fc.constantFrom('$lt', '$lte'), small)
    .map(([low, from, high, to]) => ({ [low]: from, [high]: to })),
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('$in', '$nin'), fc.array(fc.oneof(value, id), { maxLength: 3 }))
      .map(([name, list]) => ({ [name]: list })),
  },
  value.map((argument) => ({ $eq: argument })),
  fc.boolean().map((argument) => ({ $exists: argument })),
  fc.constantFrom<Plain>(
    { $size: 2 },
    { $regex: '^x' },
    { $regex: '^xy?' },
    { $regex: 'y' },
    { $not: { $gt: 1 } },
    { $all: [1, 2] },
    { $elemMatch: { $gt: 0, $lt: 2 } },
    { $elemMatch: { k: 1, v: 1 } },
    { $elemMatch: { k: { $gte: 1 } } },
  ),
);
const leaf = fc.dictionary(path, condition, { minKeys: 0, maxKeys: 3 }) as fc.Arbitrary<PlainObject>;
const filter: fc.Arbitrary<PlainObject> = fc.oneof(
  { weight: 5, arbitrary: leaf },
  fc
    .tuple(fc.constantFrom('$or', '$and', '$nor'), fc.array(leaf, { minLength: 1, maxLength: 3 }), leaf)
    .map(([name, parts, rest]) => ({ ...rest, [name]: parts })),
);

const direction = fc.constantFrom<1 | -1>(1, -1);
const sort = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'tags', 'n.x', 'items.k', 'items.v', 'u'), direction), {
  maxLength: 2,
  selector: ([name]) => name,
});
type Asked = Pick<Read, 'filter' | 'sort'>;
/** What to ask of the index that a sequence dwells on. */
type Question = (focus: IndexSpecification) => Asked;

const likely: fc.Arbitrary<Plain> = fc.oneof(
  { weight: 2, arbitrary: small.map((argument) => ({ $eq: argument })) },
  condition,
);
/** Conditions on the first fields of an index and the order of a later one: where a planner is tempted most. */
const tempting: fc.Arbitrary<Question> = fc
  .tuple(fc.constantFrom(0, 1, 1, 2), likely, likely, fc.boolean())
  .map(([bound, first, second, isReversed]) => ({ fields }) => {
    const conditions = fields.slice(0, bound).map(({ name }, at): [string, Plain] => [name, at === 0 ? first : second]);
    const order = fields
      .slice(Math.min(bound, 1))
      .map(({ name, direction: way }): [string, 1 | -1] => [name, way === (isReversed ? -1 : 1) ? 1 : -1]);
    return { filter: Object.fromEntries(conditions), sort: order };
  });
const anything: fc.Arbitrary<Question> = fc.record({ filter, sort }).map((asked) => () => asked);

/** Always ended by `_id`, so that there is one right order. */
const reading: fc.Arbitrary<(focus: IndexSpecification) => Read> = fc
  .record({
    question: fc.oneof(anything, tempting),
    last: direction,
    skip: fc.constantFrom(0, 0, 0, 1, 2),
    limit: fc.constantFrom(1, 2, 5, 100, 100),
  })
  .map(({ question, last, skip, limit }) => (focus) => {
    const asked = question(focus);
    return {
      filter: asked.filter,
      sort: asked.sort.some(([name]) => name === '_id') ? asked.sort : [...asked.sort, ['_id', last]],
      skip,
      limit,
    };
  });

/** 0 is outside of transactions. */
const transaction = fc.constantFrom(0, 0, 0, 1, 2);
const kind = <K extends Step['kind']>(name: K) => fc.constant(name);

type Unfocused = (focus: IndexSpecification) => Step;
const always =
  (made: Step): Unfocused =>
  () =>
    made;

const step: fc.Arbitrary<Unfocused> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .record({
        kind: kind('insert'),
        document: fc.tuple(id, content).map(([_id, rest]) => ({ _id, ...rest })),
        transaction,
      })
      .map(always),
  },
  { weight: 2, arbitrary: fc.record({ kind: kind('set'), id, document: content, transaction }).map(always) },
  { weight: 5, arbitrary: fc.record({ kind: kind('update'), id, update, transaction }).map(always) },
  { weight: 2, arbitrary: fc.record({ kind: kind('remove'), id, transaction }).map(always) },
  { weight: 1, arbitrary: fc.record({ kind: kind('updateAll'), filter, update: harmlessUpdate }).map(always) },
  { weight: 1, arbitrary: fc.record({ kind: kind('removeAll'), filter }).map(always) },
  {
    weight: 8,
    arbitrary: fc.record({ read: reading, transaction }).map(({ read, transaction: within }): Unfocused => (focus) => ({
      kind: 'find',
      read: read(focus),
      transaction: within,
    })),
  },
  { weight: 1, arbitrary: fc.record({ kind: kind('count'), filter }).map(always) },
  {
    weight: 4,
    arbitrary: fc
      .record({
        kind: fc.constantFrom('begin' as const, 'begin' as const, 'commit' as const, 'abort' as const),
        transaction: fc.constantFrom(1, 2),
      })
      .map(always),
  },
  { weight: 1, arbitrary: fc.record({ kind: kind('index'), index: fc.constantFrom(...pool) }).map(always) },
);

const compound = fc.constantFrom(...pool.filter(({ fields }) => fields.length > 1));

export const sequence: fc.Arbitrary<Sequence> = fc
  .record({
    focus: compound,
    others: fc.subarray(pool, { maxLength: 3 }),
    unique: fc.option(fc.constantFrom(...uniques), { nil: undefined }),
    steps: fc.array(step, { minLength: 4, maxLength: 18, size: 'max' }),
  })
  .map(({ focus, others, unique, steps }) => ({
    indexes: [focus, ...others.filter((other) => other !== focus), ...(unique === undefined ? [] : [unique])],
    steps: steps.map((each) => each(focus)),
  }));
