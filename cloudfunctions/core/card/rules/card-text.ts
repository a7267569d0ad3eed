import type { GridColour } from '../../../../miniprogram/contracts/hat';
import type { Community } from '../../place/community';
import type { PlaceRef } from '../../place/place';
import { writtenPhone } from '../../../../miniprogram/contracts/written-phone';

/** Everything that a card's paper says and that may change: a paper that says something else is out of date. */
export interface CardText {
  readonly communityName: string;
  readonly gridName: string;
  readonly colour?: GridColour;
  readonly placeName: string;
  /** Who holds the grid worker's post; absent while nobody does, and its own number is printed alone. */
  readonly holder?: { readonly personId: string; readonly name: string };
  /** The holder's picture, where they agreed to one. */
  readonly photoFileId?: string;
  /** The post's number where it has one, else its holder's. */
  readonly phone: string;
  readonly officePhone: string;
}

/** Why no card may be printed: one of its two numbers is missing (S4-01). */
export type MissingNumber = 'no-worker-number' | 'no-office-number';

/** What a card at a place says today, or which of its numbers is missing. */
export function cardTextOf(
  community: Pick<Community, 'name' | 'office' | 'grids'>,
  { place, station }: { readonly place: PlaceRef; readonly station?: { readonly name: string } },
): { readonly text: CardText } | { readonly missing: MissingNumber } {
  const grid = community.grids.find(({ gridId }) => gridId === place.gridId);
  const phone = grid?.workerPhone ?? grid?.worker?.phone ?? '';
  const colour = grid ? grid.colour : place.colour;
  if (phone === '') return { missing: 'no-worker-number' };
  if (community.office.phone === '') return { missing: 'no-office-number' };
  return {
    text: {
      communityName: community.name,
      gridName: grid?.name ?? place.gridName,
      ...(colour && { colour }),
      placeName: station?.name ?? place.label,
      ...(grid?.worker && { holder: { personId: grid.worker.personId, name: grid.worker.name } }),
      ...(grid?.worker?.photoFileId !== undefined && { photoFileId: grid.worker.photoFileId }),
      phone,
      officePhone: community.office.phone,
    },
  };
}

/**
 * Whether a paper still says what is so. The same number in other signs is printed alike; a picture that is new, or
 * another than before, asks for no paper, one that was taken back does.
 */
export function isUpToDate(printed: CardText, today: ReturnType<typeof cardTextOf>): boolean {
  if ('missing' in today) return false;
  if (printed.photoFileId !== undefined && today.text.photoFileId === undefined) return false;
  const said = ({ communityName, gridName, colour, placeName, holder, phone, officePhone }: CardText) => {
    const numbers = [writtenPhone(phone), writtenPhone(officePhone)];
    return JSON.stringify([communityName, gridName, colour, placeName, holder?.name, holder?.personId, ...numbers]);
  };
  return said(printed) === said(today.text);
}
