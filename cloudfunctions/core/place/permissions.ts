import { bookkeeperHats } from '../../../miniprogram/contracts/hat';
import { each, everybody, type PermissionRow, type PermissionRows } from '../access/permission-rows';

/** Who decides on a community's places and posts. */
const placeKeepers: PermissionRow = { ...each(bookkeeperHats, 'community'), administrator: 'community' };

/** Where things are is no secret: whoever orders must find their door. */
export const placePermissions: PermissionRows<'place'> = {
  'place.listChildren': everybody,
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
