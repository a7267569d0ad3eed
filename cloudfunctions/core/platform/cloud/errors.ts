/**
 * The SDK rewraps server errors and drops their code: what is left is a text (`collection.add:fail -502001 … E11000
 * …`). Errors raised while committing come through as they are, with `code`.
 */
function textOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const fields = new Map<string, unknown>(Object.entries(error));
  const message = error instanceof Error ? error.message : '';
  return [fields.get('code'), fields.get('errMsg'), fields.get('message'), message]
    .filter((part) => typeof part === 'string')
    .join(' ');
}

/**
 * A unique index, or `_id`, refused a document. The texts that the cloud is known to use; the SDK drops the code, so
 * that only the text tells.
 */
export function isDuplicate(error: unknown): boolean {
  return /E11000|DATABASE_DUPLICATE_WRITE|DuplicateWrite/.test(textOf(error));
}

/** Another transaction holds, or changed, what this one touches; it may be run again. */
export function isConflict(error: unknown): boolean {
  return /TransactionConflict|DATABASE_TRANSACTION_CONFLICT|WriteConflict/.test(textOf(error));
}

/** `errCode` of a failed openapi call; 0 where there is none. */
export function openapiCode(error: unknown): number {
  if (typeof error !== 'object' || error === null) return 0;
  const code: unknown = Object.getOwnPropertyDescriptor(error, 'errCode')?.value;
  return typeof code === 'number' ? code : 0;
}
