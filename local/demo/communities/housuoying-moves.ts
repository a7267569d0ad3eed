import type { Move } from '../../../cloudfunctions/core/residence/move';
import { dayText, daysAfter } from '../../../cloudfunctions/core/time/shanghai';
import type { VisitPlan } from '../../../cloudfunctions/core/visit/plan';
import type { Visit } from '../../../cloudfunctions/core/visit/visit';
import { toPlace } from '../places/tree';
import { daysBefore, type CommunityBuilder } from './community-builder';
import { moveOf, visitOf } from './visits';

/**
 * What 史满堂, who heads a courtyard, wrote down: a tenant who came, another with the number of somebody who is known, one
 * who left, and a visit to 曹嘉琪 that waits for her word.
 */
export function headsOfHousuoying(
  builder: CommunityBuilder,
  plans: readonly VisitPlan[],
): { readonly moves: readonly Move[]; readonly visit: Visit } {
  const { id, people, context } = builder;
  const head = people.all.find(({ openid }) => openid === 'head-shi');
  const tenant = people.all.find(({ openid }) => openid === 'tenant-cao');
  const neighbour = people.all.find(({ home }) => home?.label === '东街一巷 2 号院 3 户');
  const plan = plans.find(({ _id }) => _id === tenant?.home?.placeId);
  if (!head || !tenant?.home || !neighbour?.home || !plan) throw new Error('nobody lives in 东街一巷 2 号院');
  const askedBy = { personId: head.personId, name: head.name };
  const today = dayText(context.now);
  const home = toPlace(tenant.home, id);
  const day = (days: number): string => daysAfter(today, -days);
  const came = { direction: 'in', tenure: 'tenant', day: day(2) } as const;
  const { name, phone, personId } = neighbour;
  const left = { direction: 'out', tenure: null, day: day(1), name, phone, personId } as const;
  return {
    moves: [
      moveOf(home, askedBy, daysBefore(context.now, 1), {
        ...came,
        name: '尹小川',
        phone: context.numbers.mobile(),
      }),
      moveOf(home, askedBy, daysBefore(context.now, 0.9), { ...came, name: '曹嘉怡', phone: tenant.phone }),
      moveOf(toPlace(neighbour.home, id), askedBy, daysBefore(context.now, 0.5), left),
    ],
    visit: visitOf(plan, { ...askedBy, hat: 'courtyardHead' }, { day: day(1), outcome: 'well', waiting: true }),
  };
}
