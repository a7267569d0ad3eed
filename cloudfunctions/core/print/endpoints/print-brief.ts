import { signedInEndpoint } from '../../access/endpoint';
import { briefMonth } from '../../brief/inputs';
import { readBrief } from '../../brief/read-brief';
import { object, optional } from '../../platform/validation';
import { printPages } from '../print-pages';
import { briefPages } from '../rules/brief';

/**
 * The monthly brief on paper: what `brief.get` answers. The same numbers give the same file, byte for byte.
 * Cost: 2 reads.
 */
export const printBrief = signedInEndpoint({
  name: 'file.printBrief',
  input: object({ month: optional(briefMonth) }),
  identity: 'caller',
  idempotency: 'read',
  async run(context, { login: { communityId } }, { month }) {
    const brief = await readBrief(context, communityId, month);
    if (!brief.ok) return brief;
    const { view, communityName } = brief.data;
    return printPages(context, `prints/${communityId}-brief-${view.month}.pdf`, briefPages(view, communityName));
  },
});
