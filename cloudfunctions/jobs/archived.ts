import { manifest } from '../core/schema';

/**
 * What an archive leaves out: marks of work under way, which mean nothing elsewhere, files that are deleted within
 * days, and the forms, which a restored environment finds out by itself.
 */
const leftOut: ReadonlySet<string> = new Set([
  'deadlineFailures',
  'exports',
  'fileTasks',
  'forms',
  'importPages',
  'imports',
  'runs',
  'setupCodes',
  'sourceChanges',
  'uploads',
  'usage',
  'verdicts',
]);

/** The document that makes a community: it is restored last, so that one without it is known to be unfinished. */
export const communityCollection = 'communities';

/** The collections of an archive, in the order in which they are restored. */
export const archivedCollections: readonly string[] = [
  ...manifest.collections.map(({ name }) => name).filter((name) => !leftOut.has(name) && name !== communityCollection),
  communityCollection,
];

const indexedByCommunity: ReadonlySet<string> = new Set(
  manifest.collections
    .filter(({ indexes }) => indexes.some(({ fields: [a, b] }) => a?.name === 'communityId' && b?.name === '_id'))
    .map(({ name }) => name),
);

/** Whether an index finds a community's documents in the order of ids; the others are read whole. */
export const isIndexedByCommunity = (collection: string): boolean => indexedByCommunity.has(collection);
