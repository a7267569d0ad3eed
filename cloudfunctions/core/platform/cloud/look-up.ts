import type { Collection, LookedUp, LookUpFrom, Query, Stored } from '../database';
import { foundOf, type LookUp, type TextPart, type Wanted } from '../look-up';
import { questionPipeline } from './find-together';
import { plainPoints } from './plain-points';
import type { SdkAggregate, SdkDatabase } from './sdk';

/** Where answers and the values that they were found by stand; no document of ours has such fields. */
const answerOf = (name: string): string => `__${name}`;
const valuesOf = (name: string): string => `__by${name}`;

/**
 * One document, and from it, one after another, everything that is looked up: one aggregation, in which every look-up
 * is a `lookup` that an index serves. Undefined where there is no such document.
 */
export async function lookUp<T extends Stored>(
  database: SdkDatabase,
  from: Collection<T>,
  { id, exclude, isBare = false, lookUps }: LookUpFrom,
): Promise<LookedUp<T> | undefined> {
  const names = new Set(lookUps.map(({ name }) => name));
  let asked = database.collection(from.name).aggregate().match({ _id: id }).limit(1);
  if (isBare) asked = asked.project({ _id: 1 });
  for (const one of lookUps) asked = withLookUp(asked, database, names, one);
  const left = [...exclude, ...lookUps.flatMap(excludedOf)];
  if (left.length > 0) asked = asked.project(Object.fromEntries(left.map((field) => [field, 0])));
  const [found] = (await asked.end()).list as Record<string, unknown>[];
  return found && separate<T>(found, lookUps);
}

function withLookUp(
  asked: SdkAggregate,
  database: SdkDatabase,
  names: ReadonlySet<string>,
  { name, of, query, by, sameAs, isOne, take }: LookUp,
): SdkAggregate {
  const as = answerOf(name);
  const from = of.name;
  let next = asked;
  if (by) {
    const localField = valuesOf(name);
    next = next
      .addFields({ [localField]: allOf(by.values.map((value) => expressionOf(names, value))) })
      .lookup({ from, localField, foreignField: by.field, as });
  } else {
    next = next.lookup({ from, as, ...inner(database, names, query ?? { limit: 1 }, sameAs) });
  }
  if (isOne) return next.addFields({ [as]: { $arrayElemAt: [`$${as}`, 0] } });
  return take === undefined ? next : next.addFields({ [as]: `$${as}.${take}` });
}

/** The pipeline of a look-up by conditions; what was found before comes into it by variables. */
function inner(
  database: SdkDatabase,
  names: ReadonlySet<string>,
  query: Query,
  sameAs: LookUp['sameAs'],
): { readonly let?: Readonly<Record<string, unknown>>; readonly pipeline: unknown } {
  if (!sameAs) return { pipeline: questionPipeline(database, query) };
  const fields = Object.entries(sameAs);
  const variables = fields.map(([, value], index) => [`value${index}`, expressionOf(names, value)] as const);
  const equal = fields.map(([field], index) => ({ $eq: [`$${field}`, `$$value${index}`] }));
  return { let: Object.fromEntries(variables), pipeline: questionPipeline(database, query, { $and: equal }) };
}

/** A path, a text, or values of a list, as the database evaluates it. */
function expressionOf(names: ReadonlySet<string>, wanted: Wanted): unknown {
  if (typeof wanted === 'string') return pathOf(names, wanted);
  if ('text' in wanted) return { $concat: wanted.text.map((part) => partOf(names, part)) };
  const { list, key, equals, take } = wanted;
  const input = { $ifNull: [pathOf(names, list), []] };
  const same = { $filter: { input, as: 'one', cond: { $eq: [`$$one.${key}`, pathOf(names, equals)] } } };
  const taken = take.map((path) => ({ $ifNull: [`$$one.${path}`, null] }));
  const lists = { $map: { input: same, as: 'one', in: taken } };
  return { $reduce: { input: lists, initialValue: [], in: { $concatArrays: ['$$value', '$$this'] } } };
}

/** Constants as they are, also those that begin like a path. */
function partOf(names: ReadonlySet<string>, part: TextPart): unknown {
  if (typeof part === 'string') return { $literal: part };
  if ('path' in part) return pathOf(names, part.path);
  return part.cases.reduceRight<unknown>(
    (otherwise, { list, has, value }) => ({
      $cond: [{ $in: [has, { $ifNull: [pathOf(names, list), []] }] }, value, otherwise],
    }),
    part.otherwise,
  );
}

function pathOf(names: ReadonlySet<string>, path: string): string {
  const [first = ''] = path.split('.');
  return names.has(first) ? `$${answerOf(path)}` : `$${path}`;
}

/** Each value once, lists flat, without what is missing. */
function allOf(expressions: readonly unknown[]): unknown {
  const lists = expressions.map((value) => ({
    $cond: [{ $isArray: [value] }, value, [{ $ifNull: [value, null] }]],
  }));
  return { $setDifference: [{ $setUnion: lists }, [null]] };
}

function excludedOf({ name, by, exclude = [] }: LookUp): readonly string[] {
  return by ? exclude.map((field) => `${answerOf(name)}.${field}`) : [];
}

function separate<T extends Stored>(found: Record<string, unknown>, lookUps: readonly LookUp[]): LookedUp<T> {
  const documents = new Map<string, readonly Stored[]>();
  const values = new Map<string, readonly string[]>();
  const texts = new Map<string, readonly string[]>();
  const document = { ...found };
  for (const { name, take } of lookUps) {
    const answer = found[answerOf(name)];
    const list = Array.isArray(answer) ? answer : [answer ?? []].flat();
    if (take === undefined)
      documents.set(
        name,
        (list as Stored[]).map((one) => plainPoints(one)),
      );
    else texts.set(name, (list as (string | string[])[]).flat());
    values.set(name, (found[valuesOf(name)] as string[] | undefined) ?? []);
    delete document[answerOf(name)];
    delete document[valuesOf(name)];
  }
  return { document: plainPoints(document as unknown as T), found: foundOf({ documents, values, texts }) };
}
