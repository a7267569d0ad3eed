import { cardCode } from '../../core/card/endpoints/code';
import { issueCard } from '../../core/card/endpoints/issue';
import { listCards } from '../../core/card/endpoints/list';
import { openCard } from '../../core/card/endpoints/open';
import { reissueCard } from '../../core/card/endpoints/reissue';
import { grant } from '../../core/message/endpoints/grant';
import { inbox } from '../../core/message/endpoints/inbox';
import { readMessages } from '../../core/message/endpoints/read';
import type { Actor } from '../../core/access/caller';
import { getHome } from '../../core/home/endpoints/get';
import { introduce } from '../../core/registration/endpoints/introduce';
import { reveals } from '../../core/person/endpoints/reveals';
import { openSession } from '../../core/access/endpoints/session';
import { settings } from '../../core/access/endpoints/settings';
import { wear } from '../../core/access/endpoints/wear';
import { placesUnder } from '../../core/place/endpoints/under';
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
  'person.home': getHome,
  'person.introduce': introduce,
  'person.wear': wear,
  'person.settings': settings,
  'person.reveals': reveals,
  'message.inbox': inbox,
  'message.read': readMessages,
  'message.grant': grant,
} satisfies Partial<Routes<Actor>>;
