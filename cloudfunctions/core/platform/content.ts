import type { Context } from './context';
import { refuse, type Refusal } from './result';

/**
 * Has WeChat check what a person typed, before anything is stored. Keys are the input's fields; what is absent is not
 * given.
 * @returns `CONTENT_REFUSED` with the first field that must not stand, `CONTENT_UNCHECKED` when no verdict came, else
 * undefined
 */
export async function checkTexts(
  context: Pick<Context, 'openapi' | 'openid'>,
  texts: Readonly<Record<string, string | undefined>>,
): Promise<Refusal | undefined> {
  const given = Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const verdicts = await Promise.all(given.map(([, text]) => context.openapi.checkText(context.openid, text)));
  const refused = verdicts.indexOf('refused');
  if (refused >= 0) return refuse('CONTENT_REFUSED', given[refused]?.[0]);
  return verdicts.includes('unchecked') ? refuse('CONTENT_UNCHECKED') : undefined;
}
