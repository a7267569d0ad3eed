import type { Stored } from '../database';

/** The version of the form that new documents of each collection have. */
export type Forms = ReadonlyMap<string, number>;

/**
 * A document as it is written for the first time; one that says its form itself, such as an entry of the ledger, keeps
 * it.
 */
export function stamped<T extends Stored>(forms: Forms, collection: string, document: T): T {
  const form = forms.get(collection);
  return form === undefined || 'form' in document ? document : { ...document, form };
}
