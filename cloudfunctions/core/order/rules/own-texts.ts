import type { OrderState } from '../document/order';
import { publicPartsOf } from './public-parts';

/** A text of an order, named as its view names it: `words`, `evidence:<person>`, `note:<line of the trail>`. */
export interface OwnText {
  readonly part: string;
  readonly text: string;
}

/** What stands where its author blacked out a text; nothing of the text is left, not even its length. */
export const blackedOut = '■■■■';

/** What somebody wrote on an order and has not blacked out, each text once. Pure. */
export function ownTextsOf(order: OrderState, personId: string): readonly OwnText[] {
  const parts = publicPartsOf(order).flatMap(({ part, authorId, text }) =>
    authorId === personId && text !== undefined ? [{ part, text }] : [],
  );
  const notes = order.trail.flatMap(({ by, note }, line) =>
    by?.personId === personId && note !== null ? [{ part: `note:${line}`, text: note }] : [],
  );
  const appeals = (order.cases ?? []).flatMap(({ part, acts }) =>
    acts.flatMap(({ act, by, words }) =>
      act === 'appeal' && by.personId === personId && words !== null ? [{ part: `appeal:${part}`, text: words }] : [],
    ),
  );
  const { question } = order;
  const asked = question?.by.personId === personId ? [{ part: 'question', text: question.words }] : [];
  const all = [...parts, ...notes, ...appeals, ...asked].filter(({ text }) => text !== blackedOut && text !== '');
  return all.filter(({ text }, index) => all.findIndex((one) => one.text === text) === index);
}

/**
 * What changes where an author blacks out a text: wherever it stands on the order as theirs, the trail and what was
 * said about hiding it included. Whoever did what, and when, stays. Pure.
 */
export function withoutText(order: OrderState, personId: string, text: string): Partial<OrderState> {
  const isOwn = (author: string | undefined, words: string | null | undefined): boolean =>
    author === personId && words === text;
  const { requester, assignee, evidence, question, rating, wish, cases } = order;
  const isPart = (name: string): boolean =>
    publicPartsOf(order).some((one) => one.part === name && isOwn(one.authorId, one.text));
  const isAnswer = order.trail.some(({ action, by, note }) => action === 'recordAnswer' && isOwn(by?.personId, note));
  return {
    ...(isOwn(requester.personId, order.words) && { words: blackedOut }),
    ...(wish && isPart('publicWords') && { wish: { ...wish, publicWords: blackedOut } }),
    ...(rating && isPart('rating') && { rating: { ...rating, words: blackedOut } }),
    ...(evidence && isOwn(assignee?.personId, evidence.note) && { evidence: { ...evidence, note: blackedOut } }),
    ...(question && isOwn(question.by.personId, question.words) && { question: { ...question, words: blackedOut } }),
    ...(isAnswer && order.answer === text && { answer: blackedOut }),
    helpers: order.helpers.map((one) =>
      one.evidence && isOwn(one.personId, one.evidence.note)
        ? { ...one, evidence: { ...one.evidence, note: blackedOut } }
        : one,
    ),
    noShows: order.noShows.map((one) =>
      one.appeal && isOwn(one.personId, one.appeal.words)
        ? { ...one, appeal: { ...one.appeal, words: blackedOut } }
        : one,
    ),
    trail: order.trail.map((line) => (isOwn(line.by?.personId, line.note) ? { ...line, note: blackedOut } : line)),
    ...(cases && {
      cases: cases.map((one) => ({
        ...one,
        acts: one.acts.map((act) => (isOwn(act.by.personId, act.words) ? { ...act, words: blackedOut } : act)),
      })),
    }),
  };
}
