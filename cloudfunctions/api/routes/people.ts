import { cardCode } from '../../core/card/code';
import { issueCard } from '../../core/card/issue';
import { listCards } from '../../core/card/list';
import { openCard } from '../../core/card/open';
import { reissueCard } from '../../core/card/reissue';
import { grant } from '../../core/message/grant';
import { inbox } from '../../core/message/inbox';
import { readMessages } from '../../core/message/read';
import { adoptOrders } from '../../core/order/adopt';
import { homeParts } from '../../core/order/home';
import type { Actor } from '../../core/person/actor';
import { homeEndpoint } from '../../core/person/home';
import { introduceEndpoint } from '../../core/person/introduce';
import { reveals } from '../../core/person/reveals';
import { openSession } from '../../core/person/session-endpoint';
import { settings } from '../../core/person/settings';
import { wear } from '../../core/person/wear';
import { placesUnder } from '../../core/place/under';
import type { Routes } from '../../core/platform/endpoint';

/** People, the places where they live, the cards in their hands, the messages that reach them. */
export const peopleRoutes = {
  'card.open': openCard,
  'card.list': listCards,
  'card.issue': issueCard,
  'card.reissue': reissueCard,
  'card.code': cardCode,
  'place.under': placesUnder,
  'person.session': openSession,
  'person.home': homeEndpoint(homeParts),
  'person.introduce': introduceEndpoint(adoptOrders),
  'person.wear': wear,
  'person.settings': settings,
  'person.reveals': reveals,
  'message.inbox': inbox,
  'message.read': readMessages,
  'message.grant': grant,
} satisfies Partial<Routes<Actor>>;
