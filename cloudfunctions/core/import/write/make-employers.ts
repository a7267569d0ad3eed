import { employers, newEmployer, type Employer } from '../../employer/employer';
import type { Database } from '../../platform/database';
import type { ImportRow } from '../document/page';
import { isToWrite } from './write-row';

/** Makes the employers that members of a page name, each once. One read, one write for each that is new. */
export async function makeEmployers(
  database: Database,
  communityId: string,
  rows: readonly ImportRow[],
): Promise<void> {
  const named = rows.flatMap((row): Employer[] => {
    const { employerId, employer } = (isToWrite(row) && row.target?.fields) || {};
    return employerId === undefined || employer === undefined ? [] : [newEmployer(communityId, employerId, employer)];
  });
  const wanted = new Map(named.map((one) => [one._id, one]));
  if (wanted.size === 0) return;
  const known = await database.find(employers, { where: { _id: { oneOf: [...wanted.keys()] } }, limit: wanted.size });
  for (const { _id } of known) wanted.delete(_id);
  await Promise.all([...wanted.values()].map((one) => database.insert(employers, one)));
}
