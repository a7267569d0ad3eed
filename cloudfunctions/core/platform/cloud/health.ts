import { contractNumber } from '../../../../miniprogram/contracts/version';
import { formRecords } from '../migration';
import type { Cloud } from '.';
import type { Forms } from './forms';

/** What a function says of itself: it was loaded, it reads the database, and this is the code that it is. */
export interface Health {
  readonly contract: number;
  /** The form of the documents of each collection that this code writes. */
  readonly forms: Readonly<Record<string, number>>;
}

/**
 * Answers `{ name: 'health' }` of whoever deploys or watches. A person's call is none: it has an openid, or began in a
 * mini-program. One read proves that the database answers.
 * @param more what this function says beside it
 */
export async function answerHealth(
  { services, invoker }: Cloud,
  event: unknown,
  forms: Forms,
  more: () => Promise<object> = async () => ({}),
): Promise<{ readonly ok: true; readonly data: Health } | undefined> {
  if (typeof event !== 'object' || event === null || !('name' in event) || event.name !== 'health') return undefined;
  const { openid, source } = invoker();
  if (openid !== undefined || source.includes('wx_client')) return undefined;
  await services.database.find(formRecords, { where: { _id: { gt: '' } }, sort: { _id: 'asc' }, limit: 1 });
  return { ok: true, data: { contract: contractNumber, forms: Object.fromEntries(forms), ...(await more()) } };
}
