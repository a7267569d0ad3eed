import type { CardStationView, CardView } from '../../../../miniprogram/contracts/card';
import { cityHotline } from '../../../../miniprogram/contracts/limits';
import { endpoint } from '../../access/endpoint';
import { communities, type Community } from '../../place/community';
import { callOf } from '../../place/duty';
import { hoursText } from '../../print/text/hours';
import { stations, type Station } from '../../station/station';
import type { Storage } from '../../platform/storage';
import { done } from '../../platform/result';
import { object, scannedText } from '../../platform/validation';
import { dayText } from '../../time/shanghai';
import { cards, type Card } from '../card';

const tokenForm = /^[0-9A-Za-z]{8,20}$/;
const unknown: CardView = { state: 'unknown', hotline: cityHotline };

/**
 * What a card's QR opens, for anybody who holds it: no login is read, no name but those of public posts is shown.
 * A station's card costs one read more; a picture of the worker, the making of a link.
 * Cost: 1 read.
 */
export const getCard = endpoint({
  name: 'card.get',
  input: object({ token: scannedText(100) }),
  identity: 'nobody',
  idempotency: 'read',
  async run({ database, clock, storage }, _actor, { token }) {
    const found = tokenForm.test(token)
      ? await database.getWith(cards, token, { in: communities, by: 'communityId' })
      : undefined;
    if (!found?.other) return done(unknown);
    const { document: card, other: community } = found;
    if (card.state === 'renewed') return done(renewedView(card, community));
    if (card.state === 'revoked') return done(revokedView(card, community));
    const station = card.station && (await database.get(stations, card.station.stationId));
    const view = openView(card, community, clock.now());
    const photoUrl = await photoUrlOf(storage, card, community);
    const worker = view.worker && { ...view.worker, ...(photoUrl !== undefined && { photoUrl }) };
    return done({ ...view, ...(worker && { worker }), ...(station && { station: stationView(station) }) });
  },
});

/** Of the grid worker's picture, where they agreed to one; it ends after ten minutes. */
async function photoUrlOf(storage: Storage, { place }: Card, { grids }: Community): Promise<string | undefined> {
  const fileId = grids.find(({ gridId }) => gridId === place.gridId)?.worker?.photoFileId;
  return fileId === undefined ? undefined : (await storage.urls([fileId])).get(fileId);
}

function renewedView(card: Card, community: Community): CardView {
  return {
    state: 'renewed',
    communityName: community.name,
    officePhone: community.office.phone,
    renewedOn: dayText(card.renewedAt ?? card.issuedAt),
  };
}

function revokedView(card: Card, community: Community): CardView {
  return {
    state: 'revoked',
    communityName: community.name,
    officePhone: community.office.phone,
    revokedOn: dayText(card.revokedAt ?? card.issuedAt),
  };
}

function stationView({ _id, name, address, hours }: Station): CardStationView {
  return { stationId: _id, name, address, hours: hoursText(hours) };
}

function openView({ place }: Card, community: Community, now: Date): Extract<CardView, { state: 'open' }> {
  const { office } = community;
  // The roster has the grid as it is today; the card has it as it was printed.
  const grid = community.grids.find(({ gridId }) => gridId === place.gridId);
  const colour = grid ? grid.colour : place.colour;
  return {
    state: 'open',
    communityName: community.name,
    gridName: grid?.name ?? place.gridName,
    ...(colour && { colour }),
    ...(place.sectionName !== undefined && { sectionName: place.sectionName }),
    placeName: place.label,
    ...callOf(community, place.gridId, now),
    office: { phone: office.phone, address: office.address, hours: office.hours.text },
    dutyPhone: community.duty.phone,
    services: community.services.slice(0, 8),
  };
}
