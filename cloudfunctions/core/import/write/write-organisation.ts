import { orgs, type Organisation } from '../../site/site';
import type { Services } from '../../platform/context';
import { done } from '../../platform/result';
import type { Import } from '../document/import';
import type { CheckCode } from '../document/page';
import type { OrganisationTarget } from '../records/target';
import { orThrow } from './or-throw';
import { writeKeeper } from './write-keeper';

/** Makes an organisation, or sends one more instructor to it. */
export async function writeOrganisation(
  services: Services,
  { communityId }: Import,
  target: OrganisationTarget,
): Promise<CheckCode | undefined> {
  const { orgId, isNew, name, trade, instructor } = target;
  const holder = instructor && (await writeKeeper(services, communityId, instructor));
  if (instructor && !holder) return 'changedMeanwhile';
  const written = await services.database.transaction(async (transaction) => {
    const before = await transaction.get(orgs, orgId);
    if (!before) {
      if (!isNew || !trade) return done(false);
      const made: Organisation = { _id: orgId, communityId, name, kind: trade, instructors: holder ? [holder] : [] };
      await transaction.insert(orgs, made);
      return done(true);
    }
    const isSent = !holder || before.instructors.some(({ personId }) => personId === holder.personId);
    const instructors = isSent ? before.instructors : [...before.instructors, holder];
    const kind = isNew ? before.kind : (trade ?? before.kind);
    if (!isSent || kind !== before.kind) await transaction.update(orgs, orgId, { set: { instructors, kind } });
    return done(true);
  });
  return orThrow(written, 'the organisation was not written') ? undefined : 'changedMeanwhile';
}
