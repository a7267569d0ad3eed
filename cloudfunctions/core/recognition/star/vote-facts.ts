import type { StarFact } from '../rules/star';
import type { StarVote } from './star';

/** A vote as it counts: that of whoever decides does not. */
export function factOf({ to, from, personId }: StarVote, deciderId: string | undefined): StarFact {
  return { to, from, excluded: personId === deciderId ? 'decider' : null };
}
