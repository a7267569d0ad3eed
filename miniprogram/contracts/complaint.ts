import type { Hat } from './hat';

/**
 * What a complaint is about: somebody who works for the community, how something was done, what is kept about somebody,
 * those who lead it, or a suggestion.
 */
export const complaintSubjects = ['staff', 'work', 'privacy', 'leaders', 'suggestion'] as const;
export type ComplaintSubject = (typeof complaintSubjects)[number];

/** Who answers: one of the two, and never whoever it is about. */
export const complaintReceivers = ['secretary', 'inspector'] as const;
export type ComplaintReceiver = (typeof complaintReceivers)[number];

export const complaintStates = ['open', 'answered'] as const;
export type ComplaintState = (typeof complaintStates)[number];

/** One's own, or those that the hat in use answers. */
export const complaintLists = ['own', 'received'] as const;
export type ComplaintList = (typeof complaintLists)[number];

/** So many a day one person may write. */
export const complaintsADay = 5;

export interface ComplaintView {
  readonly complaintId: string;
  readonly about: ComplaintSubject;
  readonly words: string;
  readonly at: string;
  readonly state: ComplaintState;
  readonly receiver: ComplaintReceiver;
  /** By when it is to be answered. */
  readonly answerBy: string;
  /** Nobody answered in time. */
  readonly isLate: boolean;
  /** Who wrote it, for whoever answers. */
  readonly byName?: string;
  readonly answer?: { readonly words: string; readonly name: string; readonly hat: Hat; readonly at: string };
  /** The caller may answer it now. */
  readonly mayAnswer: boolean;
}

export interface ComplaintApi {
  'complaint.make': {
    input: { readonly about: ComplaintSubject; readonly words: string; readonly requestId: string };
    output: ComplaintView;
  };
  'complaint.list': {
    input: { readonly list: ComplaintList; readonly cursor?: string };
    /** `receives`: whether the hat in use answers complaints. */
    output: { readonly complaints: readonly ComplaintView[]; readonly receives: boolean; readonly next?: string };
  };
  'complaint.answer': {
    input: { readonly complaintId: string; readonly words: string; readonly requestId: string };
    output: ComplaintView;
  };
}
