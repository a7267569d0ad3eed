import { cards, type Card } from '../../card/card';
import { cardCoverage, type GridCoverage } from '../../card/coverage';
import { under } from '../../platform/database';
import { headers, yesNo } from '../text/labels';
import { dayOf, timeText } from '../text/times';
import { nextAfter, plainRow, readAtOnce, type Source } from './source';

/** Cards in use, by where they hang; one read for 99 of them. */
export const cardsOf: Source = {
  headers: headers.cards,
  isNamed: false,
  async read(database, { communityId, grid }, cursor) {
    const path = grid?.path ?? communityId;
    const all = under(path);
    const placeKey = cursor === null ? all : { gt: cursor, lt: `${path}0` };
    const found = await database.find(cards, {
      where: { communityId, placeKey },
      sort: { placeKey: 'asc' },
      limit: readAtOnce,
    });
    return { rows: found.map((card) => plainRow(cellsOf(card))), next: nextAfter(found, (one) => one.placeKey ?? '') };
  },
};

function cellsOf({ number, place, station, issuedAt, issuedBy, paper, toPrintKey, handedOut }: Card) {
  return [
    number,
    place.gridName,
    station?.name ?? place.label,
    timeText(issuedAt),
    issuedBy.name,
    paper ? dayOf(paper.printedAt) : '',
    yesNo(toPrintKey !== undefined),
    handedOut?.receivedBy ?? '',
    handedOut ? timeText(handedOut.at) : '',
  ];
}

/** How far grids are covered with cards, as it was counted last. One read. */
export const coverageOf: Source = {
  headers: headers.coverage,
  isNamed: false,
  async read(database, { communityId, grid }) {
    const found = await database.find(cardCoverage, {
      where: { communityId, ...(grid && { gridId: grid.gridId }) },
      sort: { gridId: 'asc' },
      limit: readAtOnce,
    });
    return { rows: found.map((one) => plainRow(coverageCells(one))), next: null };
  },
};

function coverageCells({ gridName, courtyards, households, without, countedAt }: GridCoverage): readonly string[] {
  const figures = [courtyards.total, courtyards.withCard, households.total, households.withCard].map(String);
  return [gridName, ...figures, without.join('\u3001'), timeText(countedAt)];
}
