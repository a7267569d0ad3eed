import { checkTexts } from '../../platform/content';
import type { Services } from '../../platform/context';
import type { ImportEntry } from '../entries';
import type { ListRow } from './read-list';

/** One check of WeChat's takes 2,500 characters. */
const charactersAtOnce = 2_400;

/**
 * The rows with a text that must not stand, as WeChat says; rows are checked together, and one by one only where
 * something is found.
 * @throws Error when no verdict came: the share is tried again later
 */
export async function rowsWithBadTexts(
  services: Pick<Services, 'openapi'>,
  openid: string,
  rows: readonly ListRow[],
): Promise<ReadonlySet<ListRow>> {
  const texts = rows.map((row) => ({ row, text: textOf(row) })).filter(({ text }) => text !== '');
  if (texts.length === 0) return new Set();
  const bad = new Set<ListRow>();
  for (const part of parts(texts)) {
    if (await isFine(services, openid, part.map(({ text }) => text).join('\n'))) continue;
    for (const { row, text } of part) if (!(await isFine(services, openid, text))) bad.add(row);
  }
  return bad;
}

async function isFine(services: Pick<Services, 'openapi'>, openid: string, text: string): Promise<boolean> {
  const refusal = await checkTexts({ ...services, openid }, { text });
  if (refusal?.code === 'CONTENT_UNCHECKED') throw new Error('the texts of a list were not checked');
  return refusal === undefined;
}

/** Everything of a row that others will read. */
function textOf({ entry }: ListRow): string {
  if (!entry) return '';
  return textsOf(entry)
    .filter((text) => text !== undefined && text !== '')
    .join(' ');
}

function textsOf(entry: ImportEntry): readonly (string | undefined)[] {
  switch (entry.type) {
    case 'person':
      return [entry.name, entry.employer, entry.courtyard, entry.door];
    case 'activity':
      return [entry.title];
    case 'place':
      return [entry.grid, entry.section, entry.lane, entry.courtyard, entry.door, entry.name];
    case 'station':
      return [entry.name, entry.person, entry.host, entry.address, entry.opening, entry.sign, entry.organisation];
  }
}

interface Text {
  readonly row: ListRow;
  readonly text: string;
}

function parts(texts: readonly Text[]): readonly (readonly Text[])[] {
  const found: Text[][] = [];
  let length = Infinity;
  for (const text of texts) {
    length += text.text.length + 1;
    if (length > charactersAtOnce) {
      found.push([]);
      length = text.text.length;
    }
    found.at(-1)?.push(text);
  }
  return found;
}
