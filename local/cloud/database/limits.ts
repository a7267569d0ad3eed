import { invalidParameter, requestFailed, writeFailed } from './errors';
import { isFields, type Fields, type Value } from './values/value';

export const defaultLimit = 100;
export const maxLimit = 1000;
export const defaultAggregateLimit = 20;
export const maxIndexes = 20;
export const maxDocumentBytes = 16 * 1024 * 1024;

/** A collection's name as the cloud's console takes it. */
const collectionNamePattern = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;
const maxNestingDepth = 100;

/** @throws DatabaseError for a name that the cloud would not take */
export function checkCollectionName(name: string): void {
  if (!collectionNamePattern.test(name))
    throw invalidParameter(
      `collection name '${name}' must begin with a letter and have letters, digits, - and _, at most 64`,
    );
}

/** @throws DatabaseError when an index too many is asked for */
export function checkIndexCount(collection: string, count: number): void {
  if (count > maxIndexes) throw requestFailed(`${collection} would have more than ${String(maxIndexes)} indexes`);
}

/** @throws DatabaseError for field names that cannot be stored and for endless nesting */
export function checkDocument(document: Fields): void {
  checkValue(document, 0);
  if (Array.isArray(document['_id'])) throw writeFailed("The '_id' value cannot be of type array");
  if (document['_id'] instanceof RegExp) throw writeFailed("The '_id' value cannot be of type regex");
}

function checkValue(value: Value, depth: number): void {
  if (depth > maxNestingDepth)
    throw writeFailed(`Document exceeds maximum nested object depth: ${String(maxNestingDepth)}`);
  if (Array.isArray(value)) for (const item of value) checkValue(item, depth + 1);
  if (!isFields(value)) return;
  for (const [name, child] of Object.entries(value)) {
    if (name.startsWith('$')) throw writeFailed(`The dollar ($) prefixed field '${name}' is not valid for storage.`);
    if (name.includes('\0')) throw writeFailed('Field names cannot contain null bytes');
    checkValue(child, depth + 1);
  }
}

/** @throws DatabaseError above 16 MB */
export function checkBodySize(body: string): void {
  const bytes = Buffer.byteLength(body);
  if (bytes > maxDocumentBytes)
    throw writeFailed(
      `object to insert too large. size in bytes: ${String(bytes)}, max size: ${String(maxDocumentBytes)}`,
    );
}
