import type { CommendationView } from '../../../../miniprogram/contracts/recognition';
import type { Apart } from '../../person/rules/namesakes';
import type { Commendation } from './commendation';
import type { CommendationDraft } from './draft';

/** A list that was approved; who was left out of it, and why, for those who keep the books. */
export function approvedView(
  { period, rule, people, missing, approved, leftOut, reason, digest }: Commendation,
  keepsBooks: boolean,
  apart: Apart,
): CommendationView {
  return {
    ...{ period, state: 'approved', rule, missing, digest, mayApprove: false },
    people: people.filter(({ name }) => name !== '').map((one) => ({ ...one, ...apart(one.personId) })),
    approved: { name: approved.name, at: approved.at.toISOString() },
    ...(keepsBooks && leftOut.length > 0 && { leftOut: { names: leftOut.map(({ name }) => name), reason } }),
  };
}

export function draftView(draft: CommendationDraft, mayApprove: boolean, apart: Apart): CommendationView {
  const people = draft.people.map((one) => ({ ...one, ...apart(one.personId) }));
  return { ...draft, people, state: 'draft', mayApprove };
}
