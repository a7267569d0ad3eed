import { startSdk, type SdkOnDatabase } from '../../support/database-sdk';

/** How many documents the collection `things` has. */
export const thingCount = 2000;

/** Creates an index of `things`. */
export function createIndex(
  { database }: SdkOnDatabase,
  name: string,
  fields: Record<string, 1 | -1>,
  more: { unique?: boolean; sparse?: boolean; declared?: boolean } = {},
): void {
  database.createIndex('things', {
    name,
    fields: Object.entries(fields).map(([field, direction]) => ({ name: field, direction })),
    ...more,
  });
}

/** Starts the SDK on a database with many things behind several indexes. */
export async function startThings(): Promise<SdkOnDatabase> {
  const sdk = await startSdk();
  await sdk.db.createCollection('things');
  const documents = Array.from({ length: thingCount }, (_unused, at) => ({
    _id: `t${String(at).padStart(4, '0')}`,
    community: `c${String(at % 2)}`,
    status: ['new', 'open', 'done', 'gone'][at % 4],
    at: new Date(at * 1000),
    name: `名${String(at)}`,
    phone: `1${String(at)}`,
    tags: [`g${String(at % 10)}`, `h${String(at % 7)}`],
    rank: at % 50,
    ...(at % 100 === 0 ? { rare: at } : {}),
  }));
  sdk.database.load('things', documents);
  createIndex(sdk, 'community_status_at', { community: 1, status: 1, at: -1 });
  createIndex(sdk, 'community_at', { community: 1, at: -1 });
  createIndex(sdk, 'phone', { phone: 1 }, { unique: true });
  createIndex(sdk, 'tags_at', { tags: 1, at: 1 });
  createIndex(sdk, 'name', { name: 1 });
  createIndex(sdk, 'rank', { rank: 1 });
  createIndex(sdk, 'rare', { rare: 1 }, { sparse: true });
  return sdk;
}
