import { getCardCode } from '../../core/card/endpoints/get-code';
import { issueCard } from '../../core/card/endpoints/issue';
import { listCards } from '../../core/card/endpoints/list';
import { getCard } from '../../core/card/endpoints/get';
import { reissueCard } from '../../core/card/endpoints/reissue';
import { grantMessages } from '../../core/message/endpoints/grant';
import { listMessages } from '../../core/message/endpoints/list';
import { markMessagesRead } from '../../core/message/endpoints/mark-read';
import type { Caller } from '../../core/access/caller';
import { getHome } from '../../core/home/endpoints/get';
import { registerPerson } from '../../core/registration/endpoints/register';
import { listReveals } from '../../core/person/endpoints/list-reveals';
import { getSession } from '../../core/access/endpoints/get-session';
import { saveSettings } from '../../core/access/endpoints/save-settings';
import { switchHat } from '../../core/access/endpoints/switch-hat';
import { listChildPlaces } from '../../core/place/endpoints/list-children';
import type { Routes } from '../../core/platform/endpoint';

/** People, the places where they live, the cards in their hands, the messages that reach them. */
export const peopleRoutes = {
  'card.get': getCard,
  'card.list': listCards,
  'card.issue': issueCard,
  'card.reissue': reissueCard,
  'card.getCode': getCardCode,
  'place.listChildren': listChildPlaces,
  'person.getSession': getSession,
  'home.get': getHome,
  'person.register': registerPerson,
  'person.switchHat': switchHat,
  'person.saveSettings': saveSettings,
  'person.listReveals': listReveals,
  'message.list': listMessages,
  'message.markRead': markMessagesRead,
  'message.grant': grantMessages,
} satisfies Partial<Routes<Caller>>;
