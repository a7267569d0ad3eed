import { derivedId } from '../platform/ids';

/** One employer of a community, however its name is spaced or in which width its signs are. */
export function employerIdOf(communityId: string, name: string): string {
  return derivedId('em', communityId, name.normalize('NFKC').replace(/\s/g, '').toLowerCase());
}
