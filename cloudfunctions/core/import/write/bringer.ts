import type { Act } from '../../access/act';
import type { Import } from '../document/import';

/** Who brings a list in: whoever said that it is to be written. */
export function bringerOf({ acts = [], personId }: Pick<Import, 'acts' | 'personId'>): {
  readonly login: Pick<Act, 'personId' | 'name'>;
  readonly hat: Pick<Act, 'hat'>;
} {
  const act = [...acts].reverse().find(({ action }) => action === 'import.apply') ?? acts.at(-1);
  return {
    login: { personId, name: act?.name ?? '' },
    hat: { hat: act?.hat ?? 'secretary' },
  };
}
