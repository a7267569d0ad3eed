import { bookkeeperHats, gridStaffHats } from '../../../miniprogram/contracts/hat';
import { each, everybody, type PermissionRow, type PermissionRows } from '../access/permission-rows';

/** Who decides on a community's places and posts. */
const placeKeepers: PermissionRow = { ...each(bookkeeperHats, 'community'), administrator: 'community' };

/** Who sees what each grid holds: its staff, whoever leads a party group in it, and whoever looks after it all. */
const gridReaders: PermissionRow = {
  ...each([...gridStaffHats, 'groupLeader', 'inspector'], 'community'),
  ...placeKeepers,
};

/** Where things are is no secret: whoever orders must find their door. */
export const placePermissions: PermissionRows<'place'> = {
  'place.listChildren': everybody,
  'place.listGrids': gridReaders,
  'place.get': placeKeepers,
  'place.create': placeKeepers,
  'place.save': placeKeepers,
  'place.move': placeKeepers,
  'place.close': placeKeepers,
  'place.listApart': placeKeepers,
};

/** Who holds which post is the same people's to decide; some posts are the secretary's alone (`rules/assign.ts`). */
export const postPermissions: PermissionRows<'post'> = {
  'post.list': placeKeepers,
  'post.assign': placeKeepers,
};
