import type { Person } from '../../person/person';
import type { Requester } from './order';

/** As what staff read of whoever asks: living alone, by their own word, before all else. */
export function requesterKindOf({
  alone,
  kinds,
}: {
  readonly alone: boolean;
  readonly kinds: Person['kinds'];
}): Requester['kind'] {
  if (alone) return 'alone';
  return kinds.includes('tenant') ? 'tenant' : 'resident';
}
