import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { getCard } from './get';
import { checkCardNumber } from './check-number';
import { findCard } from './find';
import { getCardCode } from './get-code';
import { getCardCoverage } from './get-coverage';
import { handOutCard } from './hand-out';
import { issueCard } from './issue';
import { issueCardAtStation } from './issue-at-station';
import { listCards } from './list';
import { listCardNumbers } from './list-numbers';
import { listOpenCardTasks } from './list-open-tasks';
import { reissueCard } from './reissue';
import { revokeCard } from './revoke';
import { setPostNumber } from './set-post-number';

/** Cards, and whom they reach. */
export const cardEndpoints = {
  'card.get': getCard,
  'card.find': findCard,
  'card.list': listCards,
  'card.listOpenTasks': listOpenCardTasks,
  'card.issue': issueCard,
  'card.issueAtStation': issueCardAtStation,
  'card.reissue': reissueCard,
  'card.revoke': revokeCard,
  'card.handOut': handOutCard,
  'card.getCode': getCardCode,
  'card.getCoverage': getCardCoverage,
  'card.listNumbers': listCardNumbers,
  'card.checkNumber': checkCardNumber,
  'card.setPostNumber': setPostNumber,
} satisfies Partial<Routes<Caller>>;
