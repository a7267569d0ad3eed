import { tenures } from '../../../../miniprogram/contracts/residence';
import { signedInEndpoint } from '../../access/endpoint';
import { areaCodeOf } from '../../person/phone';
import { checkTexts } from '../../platform/content';
import { readPersonPhone } from '../../platform/input/phone';
import { refuse } from '../../platform/result';
import { calendarDay, id, object, personName, personPhone, requestId, v } from '../../platform/validation';
import { findHousehold, register } from '../register';

/**
 * A courtyard head registers who moved into a household of their courtyard, tenants as well as owners (S1-16). The grid
 * confirms it; nothing of it counts before.
 * Cost: 2 reads, 2 writes; to notify, 1 read, 1 write.
 */
export const registerMoveIn = signedInEndpoint({
  name: 'residence.registerIn',
  input: object({
    placeId: id,
    name: personName,
    phone: personPhone,
    tenure: v.picklist(tenures),
    day: calendarDay,
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { placeId, name, phone, tenure, day }) {
    const found = await findHousehold(context, caller, { placeId, day });
    if (!found.ok) return found;
    const reading = readPersonPhone(phone, areaCodeOf(found.data.community.office.phone));
    if (!reading.ok) return refuse('INVALID_INPUT', 'phone');
    const { number, extension } = reading.value;
    const refused = await checkTexts(context, { name });
    if (refused) return refused;
    return register(context, caller, found.data, {
      action: 'residence.registerIn',
      direction: 'in',
      name,
      phone: number,
      ...(extension !== undefined && { phoneExtension: extension }),
      tenure,
      personId: null,
      day,
    });
  },
});
