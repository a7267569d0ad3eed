/** What the caller on the phone has said so far: kept on this phone until it is handed in, whatever happens to page or network. */
import { orderCategories, visitTimes, type OrderCategory, type VisitTime } from '../../../contracts/order';
import { newRequestId } from '../../../services/platform/chance';
import { forget, keep, readKept } from '../../../services/platform/storage';

const storageKey = 'intake';

export interface IntakeDraft {
  /** Stays with the draft: handed in twice, it is one order. */
  readonly requestId: string;
  readonly name: string;
  readonly phone: string;
  readonly placeId: string;
  readonly spot: string;
  readonly category: OrderCategory | '';
  readonly words: string;
  readonly when: VisitTime;
}

export const emptyIntake = (): IntakeDraft => ({
  requestId: newRequestId(),
  name: '',
  phone: '',
  placeId: '',
  spot: '',
  category: '',
  words: '',
  when: 'any',
});

const texts = ['requestId', 'name', 'phone', 'placeId', 'spot', 'words'] as const;

function isIntake(value: unknown): value is IntakeDraft {
  if (typeof value !== 'object' || value === null) return false;
  const kept: Partial<Record<keyof IntakeDraft, unknown>> = value;
  const known = kept.category === '' || orderCategories.some((category) => category === kept.category);
  return known && visitTimes.some((when) => when === kept.when) && texts.every((key) => typeof kept[key] === 'string');
}

export const keptIntake = (): IntakeDraft => readKept(storageKey, isIntake) ?? emptyIntake();
export const keepIntake = (draft: IntakeDraft): void => keep(storageKey, draft);
export const dropIntake = (): void => forget(storageKey);
