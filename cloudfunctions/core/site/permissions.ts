import { each, everybody, neighboursThemselves, type PermissionRows } from '../access/permission-rows';

/**
 * Sites are everybody's to find; who is registered there is seen by the organisation's instructors, who keep the record
 * with the stewards of stations.
 */
export const sitePermissions: PermissionRows<'site'> = {
  'site.list': everybody,
  'site.get': everybody,
  'site.register': neighboursThemselves,
  'site.listLinks': { instructor: 'own', secretary: 'community' },
  'site.listRecords': neighboursThemselves,
  'site.addRecord': { instructor: 'own', steward: 'community', secretary: 'community' },
  'site.joinRecord': neighboursThemselves,
  'site.answerCare': neighboursThemselves,
  'site.getCircle': each(['committee', 'secretary', 'inspector', 'instructor'], 'community'),
};
