import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { closePlace } from './close-place';
import { createPlace } from './create-place';
import { getPlace } from './get-place';
import { listApart } from './list-apart';
import { listChildPlaces } from './list-children';
import { listGrids } from './list-grids';
import { movePlace } from './move-place';
import { assignPost } from './assign-post';
import { listPosts } from './list-posts';
import { savePlace } from './save-place';

/** Where things are, and who decides on it. */
export const placeEndpoints = {
  'place.listChildren': listChildPlaces,
  'place.listGrids': listGrids,
  'place.get': getPlace,
  'place.create': createPlace,
  'place.save': savePlace,
  'place.move': movePlace,
  'place.close': closePlace,
  'place.listApart': listApart,
} satisfies Partial<Routes<Caller>>;

/** Who holds which post, and from when on. */
export const postEndpoints = {
  'post.list': listPosts,
  'post.assign': assignPost,
} satisfies Partial<Routes<Caller>>;
