/**
 * What a log line may hold: codes, names of endpoints, counts. Never a text that a person typed, a name, a phone or an
 * openid.
 */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
  line(level: 'info' | 'error', fields: LogFields): void;
}

/** One JSON line on the standard output, which the cloud collects. */
export const standardLog: Log = {
  line(level, fields) {
    process.stdout.write(`${JSON.stringify({ level, ...fields })}\n`);
  },
};

const stackFrame = /^\s+at /;
const callName = /^([\w.]+):fail/;
/** The server's own words only: a looser pattern could catch a text that somebody typed. */
const codePrefixes = 'DATABASE|STORAGE|FUNCTIONS?|SYS|SERVER|INVALID|EXCEED|RESOURCE|PERMISSION';
const codeWords = 'E11000|DuplicateWrite|TransactionConflict|TransactionNotExist|StrictMode';
const serverCode = new RegExp(String.raw`\b((?:${codePrefixes})_[A-Z_]+|${codeWords})\b`);

/**
 * What may be logged of an unexpected error. Its message is left out, since a database's message quotes documents; its
 * name, the call that failed, the server's code and the first frames say where to look.
 */
export function errorFields(error: unknown): LogFields {
  if (!(typeof error === 'object' && error !== null)) return { error: typeof error };
  const fields = new Map(Object.entries(error));
  const message = String(fields.get('errMsg') ?? ('message' in error ? error.message : ''));
  const frames =
    'stack' in error && typeof error.stack === 'string'
      ? error.stack.split('\n').filter((line) => stackFrame.test(line))
      : [];
  return {
    error: error instanceof Error ? error.name : 'Object',
    errCode: Number(fields.get('errCode') ?? 0),
    call: callName.exec(message)?.[1],
    serverCode: serverCode.exec(message)?.[1],
    at: frames
      .slice(0, 5)
      .map((line) => line.trim().slice(3))
      .join(' < '),
  };
}
