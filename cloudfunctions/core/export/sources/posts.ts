import { posts } from '../../place/post';
import { isUnder } from '../../access/caller';
import { surnameKeyOf } from '../../person/surname-key';
import { hatText, headers } from '../text/labels';
import { dayOf } from '../text/times';
import { phoneText } from './phones';
import { nextAfter, readAtOnce, type Source } from './source';

/** Posts with who holds them, vacant ones last; one read for 99 of them. */
export const postsOf: Source = {
  headers: headers.posts,
  isNamed: true,
  async read(database, one, cursor) {
    const found = await database.find(posts, {
      where: { communityId: one.communityId, _id: { gt: cursor ?? '' } },
      sort: { _id: 'asc' },
      limit: readAtOnce,
    });
    const { grid } = one;
    const listed = grid ? found.filter(({ path }) => isUnder(path, grid.path)) : found;
    const rows = listed.map(({ hat, placeName, team, holder, phone, since }) => ({
      name: holder?.name ?? '',
      surnameKey: holder ? surnameKeyOf(holder.name) : '',
      cells: [
        hatText(hat),
        team?.name ?? placeName,
        holder?.name ?? '',
        holder ? phoneText(one, holder) : '',
        phone ?? '',
        holder ? dayOf(since) : '',
      ],
    }));
    return { rows, next: nextAfter(found, ({ _id }) => _id) };
  },
};
