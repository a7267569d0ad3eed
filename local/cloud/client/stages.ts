/** The stages of an aggregation that a client sent. */
import { isFields, listOf, textOf, type Fields } from '../values';
import { ownOf, readSent } from './documents';

export interface Stage {
  readonly key: string;
  readonly value: unknown;
}

/** A collection's documents without a limit of their own. */
const defaultLimit = 20;

export function readStages(sent: unknown, openid: string | undefined): Stage[] {
  return listOf(sent).map((stage) => {
    const fields = isFields(stage) ? stage : {};
    const key = textOf(fields['stageKey']);
    return { key, value: readSent(`{"value":${textOf(fields['stageValue'])}}`, openid)['value'] };
  });
}

/** What the first stage says of the documents that the others get. */
export function queryOf([first]: readonly Stage[]): Fields {
  if (first?.key === '$match' && isFields(first.value)) return first.value;
  const query = first?.key === '$geoNear' && isFields(first.value) ? first.value['query'] : undefined;
  return isFields(query) ? query : {};
}

/** The same stages over the caller's own documents. */
export function ownStages(stages: readonly Stage[], openid: string): Stage[] {
  const [first, ...others] = stages;
  if (first?.key !== '$geoNear' || !isFields(first.value))
    return [{ key: '$match', value: { _openid: openid } }, ...stages];
  return [{ key: first.key, value: { ...first.value, query: ownOf(queryOf(stages), openid) } }, ...others];
}

/** Sent on with a limit, as the cloud puts one behind a client's stages. */
export function writeStages(stages: readonly Stage[]): Fields[] {
  const isBounded = stages.some(({ key }) => key === '$limit' || key === '$count');
  const all = isBounded ? stages : [...stages, { key: '$limit', value: defaultLimit }];
  return all.map(({ key, value }) => ({ stageKey: key, stageValue: JSON.stringify(value) }));
}

/** Every collection that stages read beside their own, also those within each other. */
export function foreignCollections(stages: readonly Stage[]): string[] {
  return stages.flatMap(({ key, value }) => readsOf(key, value));
}

function readsOf(key: string, value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => readsOf('', item));
  if (!isFields(value)) return [];
  const from = key === '$lookup' || key === '$graphLookup' ? [textOf(value['from'])] : [];
  return [...from, ...Object.entries(value).flatMap(([name, child]) => readsOf(name, child))];
}
