/** Narrowing of what came over the wire. */

export type Fields = Record<string, unknown>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown, fallback = ''): string {
  return typeof value === 'string' ? value : fallback;
}

export function numberOf(value: unknown, fallback: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : fallback;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function textsOf(value: unknown): string[] {
  return listOf(value).filter((item) => typeof item === 'string');
}

/** Deeper than what anybody sends on purpose, and less than what the stack holds. */
const maxJsonDepth = 1000;

/** @throws SyntaxError, also for what is nested too deeply to be passed on */
export function parseJson(text: string): unknown {
  if (depthOf(text) > maxJsonDepth) throw new SyntaxError(`the JSON is nested deeper than ${maxJsonDepth} levels`);
  return JSON.parse(text);
}

/** How deep brackets stand in each other, outside of texts. */
function depthOf(text: string): number {
  let [depth, deepest, isText] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (isText && letter === '\\') at++;
    else if (letter === '"') isText = !isText;
    else if (isText) continue;
    else if (letter === '{' || letter === '[') deepest = Math.max(deepest, ++depth);
    else if (letter === '}' || letter === ']') depth--;
  }
  return deepest;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
