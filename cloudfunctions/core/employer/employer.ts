import { collection } from '../platform/database';

/**
 * Where members of a community work. Lists that name it make it; `_id` derives from community and name, so that the
 * same list twice makes one.
 */
export interface Employer {
  readonly _id: string;
  readonly communityId: string;
  readonly name: string;
  /** Sorts by name and is unique: name, then `_id`. */
  readonly nameKey: string;
}

export const employers = collection<Employer>('employers');

export function newEmployer(communityId: string, employerId: string, name: string): Employer {
  return { _id: employerId, communityId, name, nameKey: `${name}:${employerId}` };
}
