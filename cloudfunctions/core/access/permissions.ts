import type { EndpointName } from '../../../miniprogram/contracts/api';
import { hats, type Hat } from '../../../miniprogram/contracts/hat';

/** How far a hat reaches in an endpoint. Each wider scope includes what is the caller's own. */
export const scopes = [
  'none',
  'own',
  'household',
  'courtyard',
  'lane',
  'section',
  'grid',
  'community',
  'employer',
] as const;
export type Scope = (typeof scopes)[number];

type Row = Readonly<Partial<Record<Hat, Scope>>>;

const signedIn = hats.filter((hat) => hat !== 'anonymous');

/** Whoever lives or works here as a person; the administrator only sets communities up and reads no orders. */
const neighbours = signedIn.filter((hat) => hat !== 'administrator');
const helpers = [
  'member',
  'teamCaptain',
  'courtyardHead',
  'gridWorker',
  'gridLeader',
] as const satisfies readonly Hat[];
const partyMembers = [
  'member',
  'teamCaptain',
  'groupLeader',
  'committee',
  'secretary',
  'instructor',
] as const satisfies readonly Hat[];

function each(who: readonly Hat[], scope: Scope): Row {
  return Object.fromEntries(who.map((hat) => [hat, scope]));
}

const everybody: Row = each(hats, 'community');
const oneself: Row = each(signedIn, 'own');
const ownOrders: Row = each(neighbours, 'own');
const gridStaff: Row = { gridWorker: 'grid', gridLeader: 'grid', committee: 'community', secretary: 'community' };
const branchStaff: Row = { groupLeader: 'community', committee: 'community', secretary: 'community' };
const ledgerReaders: Row = { committee: 'community', secretary: 'community', inspector: 'community' };
const ledgerKeepers: Row = { committee: 'community', secretary: 'community' };
const orderReaders: Row = {
  ...ownOrders,
  courtyardHead: 'courtyard',
  laneChief: 'lane',
  gridWorker: 'grid',
  gridLeader: 'grid',
  groupLeader: 'grid',
  committee: 'community',
  secretary: 'community',
  inspector: 'community',
};
const queueReaders: Row = { courtyardHead: 'courtyard', laneChief: 'lane', groupLeader: 'grid', ...gridStaff };
const cardStaff: Row = { ...gridStaff, administrator: 'community' };

/** Hat × endpoint → scope. What is not in it is denied. */
export const permissions: Readonly<Record<EndpointName, Row>> = {
  'card.get': everybody,
  'card.list': cardStaff,
  'card.issue': cardStaff,
  'card.reissue': cardStaff,
  'card.getCode': cardStaff,
  'place.listChildren': everybody,

  'person.getSession': each(hats, 'own'),
  'home.get': each(hats, 'own'),
  'person.register': each(hats, 'own'),
  'person.switchHat': oneself,
  'person.saveSettings': oneself,
  'person.listReveals': oneself,
  'message.list': oneself,
  'message.markRead': oneself,
  'message.grant': oneself,

  'order.create': ownOrders,
  'order.intake': gridStaff,
  'order.findSimilar': each(neighbours, 'courtyard'),
  'order.join': each(neighbours, 'courtyard'),
  'order.listMine': ownOrders,
  'order.get': orderReaders,
  'order.listQueue': queueReaders,
  'order.listOffers': each(helpers, 'own'),
  'order.listWishes': each([...helpers, 'committee', 'secretary'], 'community'),
  'order.suggest': { ...gridStaff, teamCaptain: 'own' },
  'order.dispatch': gridStaff,
  'order.accept': each(helpers, 'own'),
  'order.decline': each(helpers, 'own'),
  'order.release': each(helpers, 'own'),
  'order.complete': each(helpers, 'own'),
  'order.confirm': ownOrders,
  'order.reopen': ownOrders,
  'order.cancel': ownOrders,
  'order.refuse': gridStaff,
  'order.merge': gridStaff,
  'order.transfer': gridStaff,
  'order.remind': ownOrders,
  'order.revealPhone': { ...ownOrders, ...gridStaff },
  'order.getDesk': { committee: 'community', secretary: 'community', inspector: 'community' },

  'passbook.get': { ...oneself, ...ledgerReaders },
  'passbook.list': ledgerReaders,
  'passbook.verify': { ...oneself, ...ledgerReaders },
  'passbook.audit': ledgerReaders,
  'passbook.contest': oneself,
  'passbook.uphold': ledgerKeepers,
  'passbook.proposeReversal': ledgerKeepers,
  'passbook.listReversals': ledgerReaders,
  'passbook.signReversal': ledgerKeepers,

  'file.health': oneself,
  'file.task': oneself,

  'activity.list': { ...each(partyMembers, 'community'), inspector: 'community' },
  'activity.get': { ...each(partyMembers, 'community'), inspector: 'community' },
  'activity.create': branchStaff,
  'activity.mark': branchStaff,
  'activity.close': branchStaff,
};

/** Deny by default. */
export function scopeOf(hat: Hat, endpoint: EndpointName): Scope {
  return permissions[endpoint][hat] ?? 'none';
}
