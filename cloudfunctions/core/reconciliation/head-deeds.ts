import type { EntryCause } from '../../../miniprogram/contracts/passbook';
import type { Collection } from '../platform/database';
import { moves, type Move } from '../residence/move';
import { visits, type Visit } from '../visit/visit';
import { documentsAtOnce, sourcePage, type PointSource, type SourcedPoints } from './source';

const limit = documentsAtOnce;

/** What a courtyard head's confirmed visit gave. */
function pointsOfVisit({ confirmation, communityId, by }: Visit): readonly SourcedPoints[] {
  if (confirmation?.state !== 'confirmed' || !confirmation.by) return [];
  const { award } = confirmation;
  return pointsOf(award, { communityId, personId: by.personId, name: by.name, moments: [confirmation.by.at] });
}

/** What a courtyard head's registration of a tenant gave. */
function pointsOfMove({ state, decision, award, communityId, askedBy }: Move): readonly SourcedPoints[] {
  if (state !== 'confirmed' || !decision) return [];
  return pointsOf(award, { communityId, ...askedBy, moments: [decision.at] });
}

function pointsOf(
  award: Move['award'],
  own: Pick<SourcedPoints, 'communityId' | 'personId' | 'name' | 'moments'>,
): readonly SourcedPoints[] {
  return award && 'points' in award ? [{ ...own, ...award, unit: 'courtyard' }] : [];
}

interface Deed {
  readonly _id: string;
  readonly updatedAt: Date;
}

function sourceOf<Document extends Deed>(
  name: string,
  cause: EntryCause,
  from: Collection<Document>,
  of: (document: Document) => readonly SourcedPoints[],
): PointSource {
  return {
    name,
    causes: [cause],
    async behind(database, entries) {
      const ids = [...new Set(entries.map(({ sourceId }) => sourceId))];
      return (await database.find(from, { where: { _id: { oneOf: ids } }, limit })).flatMap(of);
    },
    async all(database, after) {
      const found = await database.find(from, { where: { _id: { gt: after } }, sort: { _id: 'asc' }, limit });
      return sourcePage(found, { of, cursorOf: ({ _id }) => _id });
    },
    async since(database, after) {
      const where = { updatedAt: { gt: new Date(after) } };
      const found = await database.find(from, { where, sort: { updatedAt: 'asc' }, limit });
      return sourcePage(found, { of, cursorOf: ({ updatedAt }) => updatedAt.toISOString() });
    },
  };
}

/** Courtyard heads' visits, and what their confirmation gave. */
export const confirmedVisits: PointSource = sourceOf('visits', 'visit', visits, pointsOfVisit);

/** Tenants whom courtyard heads registered, and what that gave. */
export const registeredTenants: PointSource = sourceOf('moves', 'tenant', moves, pointsOfMove);
