import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { getCard } from './get';
import { getCardCode } from './get-code';
import { issueCard } from './issue';
import { listCards } from './list';
import { reissueCard } from './reissue';

/** Cards, and whom they reach. */
export const cardEndpoints = {
  'card.get': getCard,
  'card.list': listCards,
  'card.issue': issueCard,
  'card.reissue': reissueCard,
  'card.getCode': getCardCode,
} satisfies Partial<Routes<Caller>>;
