import type { EndpointName } from '../../../miniprogram/contracts/api';
import {
  helperHats,
  hats,
  partyMemberHats,
  type bookkeeperHats,
  type branchStaffHats,
  type gridStaffHats,
  type Hat,
  type observerHats,
} from '../../../miniprogram/contracts/hat';

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
/** A scope for each hat of a group. */
type RowOf<Group extends readonly Hat[]> = Readonly<Record<Group[number], Scope>>;

const signedIn = hats.filter((hat) => hat !== 'anonymous');

/** Whoever lives or works here as a person; the administrator only sets communities up and reads no orders. */
const neighbours = signedIn.filter((hat) => hat !== 'administrator');
function each(who: readonly Hat[], scope: Scope): Row {
  return Object.fromEntries(who.map((hat) => [hat, scope]));
}

const everybody: Row = each(hats, 'community');
const oneself: Row = each(signedIn, 'own');
const ownOrders: Row = each(neighbours, 'own');
const gridStaff: RowOf<typeof gridStaffHats> = {
  gridWorker: 'grid',
  gridLeader: 'grid',
  committee: 'community',
  secretary: 'community',
};
const observers: RowOf<typeof observerHats> = {
  courtyardHead: 'courtyard',
  laneChief: 'lane',
  groupLeader: 'grid',
  inspector: 'community',
};
const branchStaff: RowOf<typeof branchStaffHats> = {
  groupLeader: 'community',
  committee: 'community',
  secretary: 'community',
};
const bookkeepers: RowOf<typeof bookkeeperHats> = { committee: 'community', secretary: 'community' };
const ledgerReaders: Row = { ...bookkeepers, inspector: 'community' };
const orderReaders: Row = { ...ownOrders, ...observers, ...gridStaff };
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
  'order.listOffers': each(helperHats, 'own'),
  'order.listWishes': each([...helperHats, 'committee', 'secretary'], 'community'),
  'order.suggest': { ...gridStaff, teamCaptain: 'own' },
  'order.dispatch': gridStaff,
  'order.accept': each(helperHats, 'own'),
  'order.decline': each(helperHats, 'own'),
  'order.release': each(helperHats, 'own'),
  'order.complete': each(helperHats, 'own'),
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
  'passbook.uphold': bookkeepers,
  'passbook.proposeReversal': bookkeepers,
  'passbook.listReversals': ledgerReaders,
  'passbook.signReversal': bookkeepers,

  'file.getHealth': oneself,
  'file.getTask': oneself,

  'activity.list': { ...each(partyMemberHats, 'community'), inspector: 'community' },
  'activity.get': { ...each(partyMemberHats, 'community'), inspector: 'community' },
  'activity.create': branchStaff,
  'activity.mark': branchStaff,
  'activity.close': branchStaff,
};

/** Deny by default. */
export function scopeOf(hat: Hat, endpoint: EndpointName): Scope {
  return permissions[endpoint][hat] ?? 'none';
}
