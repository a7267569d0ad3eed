import type { Database } from '../platform/database';
import { stations, type Station } from './station';

/** The stations and shops that somebody keeps. One read. */
export function readKeptStations(database: Database, personId: string, limit: number): Promise<Station[]> {
  return database.find(stations, { where: { 'steward.personId': personId }, sort: { _id: 'asc' }, limit });
}
