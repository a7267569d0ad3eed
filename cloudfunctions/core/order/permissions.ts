import { helperHats, keeperHats, memberHats, neighbourHats } from '../../../miniprogram/contracts/hat';
import {
  bookReaders,
  each,
  gridStaff,
  neighboursThemselves,
  type PermissionRow,
  type PermissionRows,
} from '../access/permission-rows';

const orderReaders: PermissionRow = {
  ...neighboursThemselves,
  courtyardHead: 'courtyard',
  laneChief: 'lane',
  gridWorker: 'grid',
  gridLeader: 'grid',
  groupLeader: 'grid',
  committee: 'community',
  secretary: 'community',
  inspector: 'community',
};
const queueReaders: PermissionRow = {
  courtyardHead: 'courtyard',
  laneChief: 'lane',
  groupLeader: 'grid',
  ...gridStaff,
};

/** Helpers, and keepers of stations, to whom reports about these are offered. */
const offered = each([...helperHats, ...keeperHats], 'own');
/** Requesters, and staff who speak for whoever asked by telephone, or who ask what became of it. */
const requestersAndTheirStaff: PermissionRow = { ...neighboursThemselves, ...gridStaff };
/** What was offered to them; members also the pool, a courtyard head and a grid worker also errands of their place. */
const claimers: PermissionRow = {
  ...offered,
  ...each(memberHats, 'community'),
  courtyardHead: 'courtyard',
  gridWorker: 'grid',
};

/** Whoever wrote or showed something: requesters, who did it, and staff who wrote for others. */
const authors: PermissionRow = { ...offered, ...neighboursThemselves };
/** Nobody who works on an order alone decides what others read of it. */
const moderators: PermissionRow = { gridLeader: 'grid', committee: 'community', secretary: 'community' };

/**
 * Residents order, the grid dispatches, helpers accept and finish. Beside this, `order/rules` decides who sees an order
 * and what may be done with it now.
 */
export const orderPermissions: PermissionRows<'order'> = {
  'order.create': neighboursThemselves,
  'order.intake': gridStaff,
  'order.findSimilar': each(neighbourHats, 'courtyard'),
  'order.findDuplicates': gridStaff,
  'order.join': { ...each(neighbourHats, 'courtyard'), committee: 'none', secretary: 'none' },
  'order.listMine': neighboursThemselves,
  'order.get': orderReaders,
  'order.listQueue': queueReaders,
  'order.listOffers': offered,
  'order.listWishes': each([...helperHats, 'committee', 'secretary'], 'community'),
  'order.suggest': { ...gridStaff, teamCaptain: 'own' },
  'order.dispatch': gridStaff,
  'order.accept': claimers,
  'order.decline': offered,
  'order.release': offered,
  'order.appoint': offered,
  'order.arrive': offered,
  'order.standBy': { ...offered, ...each(memberHats, 'community') },
  'order.appealNoShow': offered,
  'order.ruleNoShow': { secretary: 'community' },
  'order.complete': offered,
  'order.confirm': requestersAndTheirStaff,
  'order.changeRating': requestersAndTheirStaff,
  'order.makePrivate': requestersAndTheirStaff,
  'order.reopen': requestersAndTheirStaff,
  'order.cancel': requestersAndTheirStaff,
  'order.refuse': gridStaff,
  'order.merge': gridStaff,
  'order.transfer': gridStaff,
  'order.recordAnswer': gridStaff,
  'order.reclassify': gridStaff,
  'order.relocate': gridStaff,
  'order.recordCall': gridStaff,
  'order.askRequester': { ...offered, ...gridStaff },
  'order.answerQuestion': requestersAndTheirStaff,
  'order.withdrawQuestion': { ...offered, ...gridStaff },
  'order.removeHelper': gridStaff,
  'order.leavePool': gridStaff,
  'order.remind': requestersAndTheirStaff,
  'order.revealPhone': requestersAndTheirStaff,
  'order.listWithheld': gridStaff,
  'order.moderate': moderators,
  'order.appealHidden': authors,
  'order.blackOutWords': authors,
  'order.redactPhoto': { ...authors, ...gridStaff },
  'order.previewPublic': gridStaff,
  'order.getDesk': bookReaders,
  /** Members: those of the vanguard. */
  'order.listNeeds': { ...each(memberHats, 'community'), ...gridStaff },
  'order.tickPaper': { ...offered, ...requestersAndTheirStaff },
  'order.listNews': gridStaff,
  'order.recordTold': gridStaff,
  'order.search': gridStaff,
};
