import type { Visit } from '../../../cloudfunctions/core/visit/visit';
import type { Attempt, Way } from '../../../cloudfunctions/core/passbook/rules/ways-to-points';
import type { EndpointName, Input, Output } from '../../../miniprogram/contracts/api';
import type { Reply } from '../../../miniprogram/contracts/error';
import type { ApiCloud } from '../../support/api';

type Said<Name extends EndpointName> = Omit<Input<Name>, 'requestId'>;

/** How the ways to points are walked. */
interface Walk {
  cloud(): ApiCloud;
  tried<Name extends EndpointName>(openid: string, name: Name, said: Said<Name>): Promise<Reply<Output<Name>>>;
  made<Name extends EndpointName>(openid: string, name: Name, said: Said<Name>): Promise<Output<Name>>;
  asHead<T>(run: () => Promise<T>): Promise<T>;
  withLogin(openid: string, fields: object, run: () => Promise<string>): Promise<string>;
}
type Ways<Name extends string> = Readonly<Record<Name, () => Promise<string>>>;
const answerOf = (reply: Reply<unknown>): string => (reply.ok ? 'allowed' : reply.code);

/** What a courtyard head earns by visits and by tenants: alone, and with one other. */
export function headDeeds({ cloud, tried, made, asHead, withLogin }: Walk) {
  let visitDays = 0;
  /** The worker, who heads the courtyard too, says that they visited a household of it, each time on another day. */
  async function visited(): Promise<string> {
    visitDays += 1;
    const day = `2026-11-${String(9 + visitDays).padStart(2, '0')}`;
    const said = { placeId: 'qinghe_g1_h1', day, outcome: 'well' } as const;
    await asHead(() => made('o_worker', 'visit.record', said));
    const found = cloud()
      .stored<Visit>('visits')
      .find(({ by, ...visit }) => by.personId === 'p_worker' && visit.day === day);
    return found!._id;
  }
  /** Why somebody's word paid nothing, or that it paid. */
  async function visitPaidBy(openid: string, visitId: string): Promise<string> {
    const reply = await tried(openid, 'visit.confirm', { visitId, agree: true });
    if (!reply.ok) return reply.code;
    const award = cloud().storedOne<Visit>('visits', visitId).confirmation?.award;
    return award && 'refused' in award ? award.refused : answerOf(reply);
  }
  let tenants = 0;
  /** The worker, as head, registers a tenant. */
  function registered(): Promise<Output<'residence.registerIn'>> {
    tenants += 1;
    const phone = `1640000040${String(tenants)}`;
    return asHead(() =>
      made('o_worker', 'residence.registerIn', {
        placeId: 'qinghe_g1_h2',
        name: '尹小舟',
        phone,
        tenure: 'tenant',
        day: '2026-11-20',
      }),
    );
  }

  const attempts = {
    async ownRegistration() {
      const { moveId } = await registered();
      return answerOf(await tried('o_worker', 'residence.decide', { moveId, agree: true }));
    },
    async ownVisit() {
      const visitId = await visited();
      const { home } = cloud().storedOne<{ home: object }>('people', 'p_resident');
      return withLogin('o_worker', { home }, () => asHead(() => visitPaidBy('o_worker', visitId)));
    },
    visitOfOwnNumber: () =>
      withLogin('o_resident', { phone: '164-0000-0009', phoneVerified: false }, async () =>
        visitPaidBy('o_resident', await visited()),
      ),
    visitOfInventedNumber: () =>
      withLogin('o_resident', { phone: '13800000909', phoneVerified: false }, async () =>
        visitPaidBy('o_resident', await visited()),
      ),
    async visitOfOwnHousehold() {
      const { home } = cloud().storedOne<{ home: object }>('people', 'p_resident');
      const before = cloud().storedOne<{ home: object }>('people', 'p_worker').home;
      await cloud().change('people', 'p_worker', { home });
      const answer = await visitPaidBy('o_resident', await visited());
      await cloud().change('people', 'p_worker', { home: before });
      return answer;
    },
    ownVisitAsWorker: async () => visitPaidBy('o_worker', await visited()),
  } satisfies Partial<Ways<Attempt>>;
  const groups = {
    async registeredTenant() {
      const { moveId } = await registered();
      return answerOf(await tried('o_leader', 'residence.decide', { moveId, agree: true }));
    },
    confirmedVisit: async () => visitPaidBy('o_resident', await visited()),
    calledVisit: async () => visitPaidBy('o_leader', await visited()),
  } satisfies Partial<Ways<Way>>;
  return { attempts, groups };
}
