import type { Fields, StoredDocument, Value } from '../values/value';

/** What an operator works on. */
export interface OperatorContext {
  document: StoredDocument;
  now: Date;
  /** tests an element against a `$pull` condition */
  matches(filter: Fields): (document: Value) => boolean;
  /** true while a document is being made by an upsert */
  isInsert: boolean;
}

/** Applies one operator to one path. */
export type UpdateOperator = (context: OperatorContext, path: string, argument: Value) => void;
