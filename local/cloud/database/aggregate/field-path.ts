import { requestFailed } from '../errors';

/**
 * A path that a stage takes as it is, without the $ of an expression.
 * @throws DatabaseError as MongoDB's FieldPath does
 */
export function fieldPath(path: string): string {
  if (path === '') throw requestFailed('FieldPath cannot be constructed with empty string');
  const parts = path.split('.');
  if (parts.at(-1) === '') throw requestFailed("FieldPath must not end with a '.'.");
  if (parts.includes('')) throw requestFailed('FieldPath field names may not be empty strings.');
  if (parts.some((part) => part.startsWith('$'))) throw requestFailed("FieldPath field names may not start with '$'.");
  return path;
}
