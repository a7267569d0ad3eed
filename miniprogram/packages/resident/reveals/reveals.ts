import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import * as people from '../../../services/person';
import { nowMs } from '../../../services/platform/clock';
import { revealRow, type RevealRow } from '../views/reveal-row';

const data: ListData<RevealRow> = loadingList();

const reveals = pagedList({
  read: (_page, cursor) => people.listReveals(cursor),
  draw: (answer) => ({ lines: answer.reveals.map((view) => revealRow(view, nowMs())) }),
  emptyFor: ['NOT_SIGNED_IN'],
});

/** Every time that somebody saw my phone number: who, in which hat, when, for which order. */
Page({ data, ...reveals });
