import { signedInEndpoint } from '../../access/endpoint';
import { refuse } from '../../platform/result';
import { id, object } from '../../platform/validation';
import { stations } from '../../station/station';
import { isKeeper } from '../../station/view';
import { printPages } from '../print-pages';
import { shopSign } from '../rules/sign';

/** The page that the QR of a sign opens. */
export const stationPagePath = 'packages/courier/station/station';

/**
 * The common sign of a friendly shop, with its number and a QR that leads to its page (S5-04); for the office, and for
 * the shop itself.
 * Cost: 1 read.
 */
export const printSign = signedInEndpoint({
  name: 'file.printSign',
  input: object({ stationId: id }),
  identity: 'caller',
  idempotency: 'read',
  prefetch: ({ stationId }) => ({ from: stations, id: stationId }),
  async run(context, caller, { stationId }) {
    const shop = await context.database.get(stations, stationId);
    if (shop?.communityId !== caller.login.communityId || shop.sign === undefined)
      return refuse('NOT_FOUND', 'stationId');
    if (caller.scope === 'own' && !isKeeper(shop, caller)) return refuse('FORBIDDEN', 'stationId');
    const code = await context.openapi.cardCode(shop._id, stationPagePath);
    return printPages(context, `prints/${shop._id}-sign.pdf`, [shopSign({ name: shop.name, sign: shop.sign, code })]);
  },
});
