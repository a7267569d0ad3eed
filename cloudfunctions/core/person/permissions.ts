import { bookkeeperHats } from '../../../miniprogram/contracts/hat';
import {
  each,
  evenVisitorsThemselves,
  gridStaff,
  neighboursThemselves,
  oneself,
  type PermissionRows,
} from '../access/permission-rows';

/** Everybody is asked who they are; what is kept of somebody is theirs. */
export const personPermissions: PermissionRows<'person'> = {
  'person.getSession': evenVisitorsThemselves,
  'person.register': evenVisitorsThemselves,
  'person.switchHat': oneself,
  'person.saveSettings': oneself,
  'person.requestChange': neighboursThemselves,
  'person.setAlone': neighboursThemselves,
  'person.setRoles': neighboursThemselves,
  'person.getPortrait': neighboursThemselves,
  'person.setPortrait': { gridWorker: 'own' },
  'person.removePortrait': neighboursThemselves,
  'person.requestErasure': { ...neighboursThemselves, ...each(bookkeeperHats, 'community') },
  'person.listChanges': { ...oneself, ...gridStaff, administrator: 'community' },
  'person.approveChange': { ...gridStaff, administrator: 'community' },
  'person.refuseChange': { ...gridStaff, administrator: 'community' },
  'person.listReveals': oneself,
  'person.find': { ...each(bookkeeperHats, 'community'), administrator: 'community' },
  'person.settle': { ...each(bookkeeperHats, 'community'), administrator: 'community' },
  'person.previewLeave': { ...each(bookkeeperHats, 'community'), administrator: 'community' },
  'person.leave': { ...each(bookkeeperHats, 'community'), administrator: 'community' },
};
