/**
 * Resolves names such as `@navBgColor` in JSON by theme.json (`themeLocation`). The phone in the browser is always
 * light.
 */
import { isRecord, recordOf, type JsonRecord } from './json';

/** The `light` values of theme.json. */
export function lightTheme(theme: JsonRecord): JsonRecord {
  return recordOf(theme['light']);
}

/** The same JSON with names replaced by their values; a name that the theme does not have is unchanged. */
export function applyTheme(value: unknown, theme: JsonRecord): unknown {
  if (typeof value === 'string' && value.startsWith('@')) return theme[value.slice(1)] ?? value;
  if (Array.isArray(value)) return value.map((item) => applyTheme(item, theme));
  if (isRecord(value))
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, applyTheme(item, theme)]));
  return value;
}
