import { collectionForms, newForms } from '../../cloudfunctions/core/schema';

/**
 * Documents as the functions would have written them: with the version of their collection's form, unless they say
 * their own.
 */
export function stampForms(collection: string, documents: readonly object[]): readonly object[] {
  const form = newForms.get(collection);
  return form === undefined
    ? documents
    : documents.map((document) => ('form' in document ? document : { ...document, form }));
}

/** What the migrations leave behind where every document has its newest form. */
export const wholeForms = collectionForms.map(({ name, form }) => ({ _id: name, form, cursor: null }));
