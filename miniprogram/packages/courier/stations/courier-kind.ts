import { courierKinds, type CourierKind } from '../../../contracts/station';
import { readCached, writeCached } from '../../../services/platform/storage';

const kindKey = 'courier-kind';

const isKind = (value: unknown): value is { readonly kind: CourierKind } =>
  typeof value === 'object' && value !== null && 'kind' in value && courierKinds.some((kind) => kind === value.kind);

/** What whoever holds this phone said they do; nobody else learns it. */
export function cachedCourierKind(): CourierKind | '' {
  return readCached(kindKey, isKind)?.kind ?? '';
}

export function cacheCourierKind(kind: CourierKind | ''): void {
  writeCached(kindKey, { kind });
}
