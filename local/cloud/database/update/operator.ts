import type { Fields, StoredDocument, Value } from '../values/value';

/** What an operator works on. */
export interface OperatorContext {
  readonly document: StoredDocument;
  readonly now: Date;
  /** Tests an element against a `$pull` condition. */
  matches(filter: Fields): (document: Value) => boolean;
  /** True while a document is being made by an upsert. */
  readonly isInsert: boolean;
}

/** Applies one operator to one path. */
export type UpdateOperator = (context: OperatorContext, path: string, argument: Value) => void;
