import type { MemberClass } from './passbook';
import type { Skill } from './skill';

/** Who answers for this mini-program towards whoever uses it; what is not known is ''. */
export interface ResponsibleBody {
  /** The body that the community named; its own name where it named none. */
  readonly name: string;
  readonly street: string;
  readonly phone: string;
  readonly address: string;
  /** 备案号; '' where the community entered none. */
  readonly filingNumber: string;
  /** Within so many days a complaint that is written now is answered. */
  readonly complaintDays: number;
}

/** What is kept about somebody on their own record. Numbers are masked, on the person's own screen too. */
export interface KeptView {
  readonly name: string;
  readonly phone: string;
  /** Whether WeChat proved the number. */
  readonly isPhoneProved: boolean;
  readonly homeLabel?: string;
  readonly servesLabel?: string;
  readonly memberClass?: MemberClass;
  readonly branchName?: string;
  readonly employer?: string;
  readonly skills: readonly Skill[];
  /** They said when they are free. */
  readonly hasHours: boolean;
  /** What they agreed to, each to be taken back where it was given. */
  readonly agreed: {
    readonly alone: boolean;
    readonly portrait: boolean;
    readonly centreHousehold: boolean;
  };
  readonly isVeteran: boolean;
  readonly isVolunteer: boolean;
}

export interface PrivacyView {
  /** Absent for a visitor, of whom nothing is kept. */
  readonly kept?: KeptView;
  /** Absent for a visitor, who belongs to no community. */
  readonly body?: ResponsibleBody;
}

/** What one wrote: on orders that one asked for, on those that one went to do, and elsewhere. */
export const textLists = ['asked', 'helped', 'others'] as const;
export type TextList = (typeof textLists)[number];

/** Where a text stands beside orders. */
export const otherTextSources = ['thanks', 'complaint', 'leave'] as const;
export type OtherTextSource = (typeof otherTextSources)[number];

/** A text of the caller's own, which they may black out: of an order by `order.blackOutWords`, else here. */
export interface OwnTextView {
  readonly source: 'order' | OtherTextSource;
  readonly id: string;
  /** Of an order: the part's name. */
  readonly part: string;
  readonly text: string;
  /** Of an order: its number. */
  readonly number?: string;
  /** When it was written; of an order, when that was made. */
  readonly at: string;
}

export interface PrivacyApi {
  /** What is kept about the caller, and who answers for it. */
  'privacy.get': { input: Record<string, never>; output: PrivacyView };
  /** What the caller wrote and has not blacked out. */
  'privacy.listTexts': {
    input: { readonly list: TextList; readonly cursor?: string };
    output: { readonly texts: readonly OwnTextView[]; readonly next?: string };
  };
  /** Blacks out for good a text that stands beside orders. */
  'privacy.blackOut': {
    input: { readonly source: OtherTextSource; readonly id: string; readonly requestId: string };
    output: { readonly id: string };
  };
}
