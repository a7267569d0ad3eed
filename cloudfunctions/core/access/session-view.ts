import type { HatView } from '../../../miniprogram/contracts/hat';
import type { SessionView } from '../../../miniprogram/contracts/person';
import { wornHat, type Actor } from './caller';
import type { HatOf, Login } from './login';
import { maskedPhone } from '../person/phone';

/** Who calls, as their own phone shows it. */
export function sessionOf(actor: Actor): SessionView {
  return actor.login ? sessionOfLogin(actor.login) : { hats: [], hat: 'anonymous', elder: false, unread: 0 };
}

export function sessionOfLogin(login: Login): SessionView {
  return {
    personId: login.personId,
    name: login.name,
    phone: maskedPhone(login.phone),
    communityName: login.communityName,
    hats: login.hats.map(hatView),
    hat: wornHat(login)?.key ?? 'anonymous',
    elder: login.elder,
    unread: login.unread,
  };
}

function hatView({ key, hat, placeName, colour, detail }: HatOf): HatView {
  return { key, hat, placeName, ...(colour && { colour }), ...(detail !== undefined && { detail }) };
}
