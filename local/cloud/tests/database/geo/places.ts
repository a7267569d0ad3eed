import { startSdk, type Collection, type Data, type SdkOnDatabase } from '../../support/database-sdk';
import { haversine, inCity, next, point, type At } from './reference';

/** Places in a city and all over the globe, behind two indexes; a reference that shares nothing with the database. */
export interface Places {
  readonly sdk: SdkOnDatabase;
  readonly located: ReadonlyMap<string, At>;
  places(): Collection;
  /** Every place with its distance from a centre in metres, the nearest first. */
  nearest(centre: At): [string, number][];
}

function locations(): Map<string, At> {
  const located = new Map<string, At>();
  for (let i = 0; i < 3000; i++) located.set(`p${String(i)}`, inCity());
  for (let i = 0; i < 300; i++)
    located.set(`w${String(i)}`, [next() * 360 - 180, (Math.asin(next() * 2 - 1) * 180) / Math.PI]);
  return located;
}

/** Starts the SDK on a database that holds the places. */
export async function startPlaces(): Promise<Places> {
  const sdk = await startSdk();
  const located = locations();
  await sdk.db.createCollection('places');
  sdk.database.createIndex('places', { name: 'at', fields: [{ name: 'at', direction: '2dsphere' }] });
  sdk.database.createIndex('places', {
    name: 'kind_at',
    fields: [
      { name: 'kind', direction: 1 },
      { name: 'at', direction: '2dsphere' },
    ],
  });
  const documents = [...located].map(([_id, at], i) => ({ _id, at: point(at), kind: i % 3 }));
  sdk.database.load('places', [...documents, { _id: 'nowhere', kind: 1 }]);
  return {
    sdk,
    located,
    places: () => sdk.db.collection('places'),
    nearest: (centre) =>
      [...located].map(([id, at]): [string, number] => [id, haversine(centre, at)]).sort((a, b) => a[1] - b[1]),
  };
}

export const idsOf = (data: Data[]): string[] => data.map(({ _id }) => _id as string);
