/** JSON that an author wrote: its shape is unknown until it is checked. */
import type { Diagnostic } from '../diagnostic';
import { positionOf } from '../diagnostic';

export type JsonRecord = Record<string, unknown>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function recordOf(value: unknown): JsonRecord {
  return isRecord(value) ? value : {};
}

export function stringsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** The entries whose value is a string. */
export function stringEntries(value: unknown): [string, string][] {
  return Object.entries(recordOf(value)).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}

/** Parses a JSON file of an app; a syntax error is reported with its position, and the answer is an empty object. */
export function parseJson(text: string, file: string, report: (diagnostic: Diagnostic) => void): JsonRecord {
  try {
    return recordOf(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const offset = Number(/position (\d+)/.exec(message)?.[1] ?? 0);
    const position = positionOf(text, offset);
    report({
      severity: 'error',
      file,
      ...position,
      message,
      hint: 'JSON 写错了：检查这一处的逗号、引号和括号（JSON 不能写注释）。',
    });
    return {};
  }
}
