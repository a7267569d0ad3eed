import type { HatView } from '../../../miniprogram/contracts/hat';
import type { SessionView } from '../../../miniprogram/contracts/person';
import { hatInUse, type Caller } from './caller';
import type { HatAssignment, Login } from './login';
import { maskedPhone } from '../person/phone';

/** Who calls, as their own phone shows it. */
export function sessionView(actor: Caller): SessionView {
  return actor.login ? loginSessionView(actor.login) : { hats: [], hat: 'anonymous', elder: false, unread: 0 };
}

export function loginSessionView(login: Login): SessionView {
  return {
    personId: login.personId,
    name: login.name,
    ...(login.phone !== '' && { phone: maskedPhone(login.phone) }),
    communityName: login.communityName,
    hats: login.hats.map(hatView),
    hat: hatInUse(login)?.key ?? 'anonymous',
    elder: login.elder,
    unread: login.unread,
    ...(login.home && { alone: login.home.alone ?? false }),
    ...(login.home?.heard && {
      aloneHeard: { byName: login.home.heard.byName, at: login.home.heard.at.toISOString() },
    }),
    ...(login.home && { roles: rolesOf(login) }),
    ...(login.heldBack && { heldBack: true as const }),
  };
}

function rolesOf({ kinds }: Login): NonNullable<SessionView['roles']> {
  return { veteran: kinds.includes('veteran'), volunteer: kinds.includes('volunteer') };
}

function hatView({ key, hat, placeName, colour, detail }: HatAssignment): HatView {
  return { key, hat, placeName, ...(colour && { colour }), ...(detail !== undefined && { detail }) };
}
