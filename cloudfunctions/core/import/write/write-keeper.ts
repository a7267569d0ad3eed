import type { Holder } from '../../place/community';
import type { Services } from '../../platform/context';
import type { KeeperTarget } from '../records/target';
import { fillPost } from './fill-post';
import { writePerson } from './write-person';

/**
 * Writes whom a row of stations names, with the post that they get.
 * @returns who they are; undefined where somebody changed them since the row was looked at
 */
export async function writeKeeper(
  services: Services,
  communityId: string,
  { person: target, phone }: KeeperTarget,
): Promise<Holder | undefined> {
  const person = await writePerson(services, communityId, target);
  if (typeof person === 'string') return undefined;
  const { post, isNew } = target;
  if (post) await fillPost(services, { communityId, target: post, person, isNewPerson: isNew });
  return { personId: person._id, name: person.name, phone };
}
