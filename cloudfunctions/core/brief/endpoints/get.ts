import { signedInEndpoint } from '../../access/endpoint';
import { done } from '../../platform/result';
import { object, optional } from '../../platform/validation';
import { briefMonth } from '../inputs';
import { readBrief } from '../read-brief';

/**
 * The community's month, as `jobs` counted it, in figures and in words.
 * Cost: 2 reads.
 */
export const getBrief = signedInEndpoint({
  name: 'brief.get',
  input: object({ month: optional(briefMonth) }),
  identity: 'caller',
  idempotency: 'read',
  async run(context, { login }, { month }) {
    const brief = await readBrief(context, login.communityId, month);
    return brief.ok ? done(brief.data.view) : brief;
  },
});
