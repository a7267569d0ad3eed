import { invalidParameter, requestFailed, writeFailed } from './errors';
import { isFields, type Fields, type Value } from './values/value';

export const defaultLimit = 100;
export const largestLimit = 1000;
export const defaultAggregateLimit = 20;
export const mostIndexes = 20;
export const mostDocumentBytes = 16 * 1024 * 1024;

/** A collection's name as the cloud's console takes it. */
const collectionName = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;
const deepestNesting = 100;

/** @throws DatabaseError for a name that the cloud would not take */
export function checkCollectionName(name: string): void {
  if (!collectionName.test(name))
    throw invalidParameter(
      `collection name '${name}' must begin with a letter and have letters, digits, - and _, at most 64`,
    );
}

/** @throws DatabaseError when an index too many is asked for */
export function checkIndexCount(collection: string, count: number): void {
  if (count > mostIndexes) throw requestFailed(`${collection} would have more than ${String(mostIndexes)} indexes`);
}

/** @throws DatabaseError for field names that cannot be stored and for endless nesting */
export function checkDocument(document: Fields): void {
  checkValue(document, 0);
  if (Array.isArray(document['_id'])) throw writeFailed("The '_id' value cannot be of type array");
  if (document['_id'] instanceof RegExp) throw writeFailed("The '_id' value cannot be of type regex");
}

function checkValue(value: Value, depth: number): void {
  if (depth > deepestNesting)
    throw writeFailed(`Document exceeds maximum nested object depth: ${String(deepestNesting)}`);
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
  if (bytes > mostDocumentBytes)
    throw writeFailed(
      `object to insert too large. size in bytes: ${String(bytes)}, max size: ${String(mostDocumentBytes)}`,
    );
}
