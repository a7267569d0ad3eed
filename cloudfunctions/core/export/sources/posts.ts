import { postHats } from '../../../../miniprogram/contracts/hat';
import { isUnder } from '../../access/caller';
import { surnameKeyOf } from '../../person/surname-key';
import { posts, type Post } from '../../place/post';
import type { Export } from '../document/export';
import { postWord } from '../../place/text/post-words';
import { headers } from '../text/labels';
import { dayOf } from '../text/times';
import { phoneText } from './phones';
import { readAtOnce, type Source } from './source';

/** Posts with who holds them, vacant ones last; one read for 99 of a kind, one at least for each kind. */
export const postsOf: Source = {
  headers: headers.posts,
  isNamed: true,
  async read(database, one, cursor) {
    const [hat = postHats[0], after = ''] = (cursor ?? postHats[0]).split('|');
    const found = await database.find(posts, {
      where: { communityId: one.communityId, hat, path: { gt: after } },
      sort: { path: 'asc' },
      limit: readAtOnce,
    });
    const whole = found.length === readAtOnce ? wholePlaces(found) : found;
    const last = whole.at(-1);
    const { grid } = one;
    const listed = grid ? whole.filter(({ path }) => isUnder(path, grid.path)) : whole;
    const isMore = found.length === readAtOnce && last !== undefined;
    return { rows: listed.map((post) => rowOf(one, post)), next: isMore ? `${hat}|${last.path}` : hatAfter(hat) };
  },
};

/** Posts of the place at which a page ends may go on in the next one: they are read again with it. */
function wholePlaces(found: readonly Post[]): readonly Post[] {
  const lastPath = found.at(-1)?.path;
  const before = found.filter(({ path }) => path !== lastPath);
  return before.length > 0 ? before : found;
}

function hatAfter(hat: string): string | null {
  return postHats[postHats.findIndex((one) => one === hat) + 1] ?? null;
}

function rowOf(one: Export, { hat, placeName, team, holder, phone, since }: Post) {
  return {
    name: holder?.name ?? '',
    surnameKey: holder ? surnameKeyOf(holder.name) : '',
    ...(holder && holder.phone !== '' && { ownerId: holder.personId }),
    cells: [
      postWord(hat),
      team?.name ?? placeName,
      holder?.name ?? '',
      holder ? phoneText(one, holder) : '',
      phone ?? '',
      holder ? dayOf(since) : '',
    ],
  };
}
