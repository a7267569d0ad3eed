import type { Context } from './context';
import { done, refuse, type Refusal, type Result } from './result';

type CheckContext = Pick<Context, 'openapi' | 'openid'>;
type Texts = Readonly<Record<string, string | undefined>>;

/**
 * Has WeChat check what a person typed, before anything is stored. Keys are the input's fields; what is absent is not
 * given. A text of which WeChat is in doubt is refused too: where nobody would look at it later, it is to be said in
 * other words.
 * @returns `CONTENT_REFUSED` with the first field that must not stand, `CONTENT_UNCHECKED` when no verdict came, else
 * undefined
 */
export async function checkTexts(context: CheckContext, texts: Texts): Promise<Refusal | undefined> {
  const doubted = await findDoubts(context, texts);
  if (!doubted.ok) return doubted;
  return doubted.data.length > 0 ? refuse('CONTENT_REFUSED', doubted.data[0]) : undefined;
}

/**
 * The same for texts that may wait for a person, withheld from others meanwhile.
 * @returns the fields of which WeChat is in doubt
 */
export async function findDoubts(context: CheckContext, texts: Texts): Promise<Result<readonly string[]>> {
  const given = Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const verdicts = await Promise.all(given.map(([, text]) => context.openapi.checkText(context.openid, text)));
  const refused = verdicts.indexOf('refused');
  if (refused >= 0) return refuse('CONTENT_REFUSED', given[refused]?.[0]);
  if (verdicts.includes('unchecked')) return refuse('CONTENT_UNCHECKED');
  return done(given.flatMap(([field], index) => (verdicts[index] === 'review' ? [field] : [])));
}
