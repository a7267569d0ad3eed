import type { CardSelection, TaskNote } from '../../../miniprogram/contracts/file';
import { cards, type Card } from '../card/card';
import { cardTextOf, type CardText } from '../card/rules/card-text';
import type { Community } from '../place/community';
import type { Database } from '../platform/database';

/** Whose cards: those at and under a place, all that are in use or those whose paper must be printed. */
export interface Selection {
  readonly communityId: string;
  readonly path: string;
  readonly cards: CardSelection;
}

/** A page of the cards that were chosen, by place; `next` is where the next page begins. One read. */
export async function readSelected(
  database: Database,
  { communityId, path, cards: selection }: Selection,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<{ readonly found: readonly Card[]; readonly next: string | null }> {
  const field = selection === 'toPrint' ? 'toPrintKey' : 'placeKey';
  const found = await database.find(cards, {
    where: { communityId, [field]: { gt: after ?? `${path}/`, lt: `${path}0` } },
    sort: { [field]: 'asc' },
    limit: limit + 1,
  });
  const shown = found.slice(0, limit);
  return { found: shown, next: found.length > limit ? (shown.at(-1)?.[field] ?? null) : null };
}

/** A card that can be printed, with what it says. */
export interface Printable {
  readonly card: Card;
  readonly text: CardText;
}

/**
 * Parts what can be printed from what cannot: a card without both numbers (S4-01), a text with a character for which
 * the font has no glyph. Each reason is named once for a grid, or for a card.
 */
export function partPrintable(
  community: Community,
  found: readonly Card[],
  missingGlyphs: (text: string) => readonly string[],
): { readonly printable: readonly Printable[]; readonly notes: readonly TaskNote[] } {
  const printable: Printable[] = [];
  const notes = new Map<string, TaskNote>();
  for (const card of found) {
    const today = cardTextOf(community, card);
    if ('missing' in today) {
      const subject = today.missing === 'no-office-number' ? community.name : card.place.gridName;
      notes.set(`${today.missing}:${subject}`, { reason: today.missing, subject });
      continue;
    }
    const { text } = today;
    const characters = missingGlyphs(
      `${text.communityName}${text.gridName}${text.placeName}${text.holder?.name ?? ''}`,
    );
    if (characters.length > 0) {
      const subject = text.placeName;
      notes.set(`no-glyph:${card._id}`, { reason: 'no-glyph', subject, characters: characters.join('') });
      continue;
    }
    printable.push({ card, text });
  }
  return { printable, notes: [...notes.values()] };
}
