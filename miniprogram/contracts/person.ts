import type { Hat, HatView } from './hat';

/** Who calls, as the server knows them. A caller without a login is `anonymous` and has no name. */
export interface SessionView {
  readonly personId?: string;
  readonly name?: string;
  /** Masked; absent where somebody else proved it to be theirs, and another has to be given. */
  readonly phone?: string;
  readonly communityName?: string;
  readonly hats: readonly HatView[];
  /** The key of the hat in use. */
  readonly hat: string;
  readonly elder: boolean;
  readonly unread: number;
  /** They said that they live alone (S4-03); absent for whoever does not live here. */
  readonly alone?: boolean;
  /** Who of the grid wrote down what they said of it, and when; absent where they did it themselves. */
  readonly aloneHeard?: { readonly byName: string; readonly at: string };
  /** What they said they are; absent for whoever does not live here. */
  readonly roles?: { readonly veteran: boolean; readonly volunteer: boolean };
  /** Hats of the caller wait until somebody confirms that this is their WeChat. */
  readonly heldBack?: true;
  /** How often the caller’s phone number was revealed, as far as `maxRevealCount`; only where it was asked for. */
  readonly revealCount?: number;
}

/** Beyond these they are many. */
export const maxRevealCount = 20;

export interface RevealView {
  readonly at: string;
  readonly byName: string;
  readonly hat: Hat;
  /** What it was for: an order, or a household that is visited. */
  readonly orderNumber?: string;
  /** On a list of whole numbers that went out as a file: why it was needed. */
  readonly listReason?: string;
  readonly placeLabel?: string;
  /** Its owner called for help at `placeLabel`, and whoever was told saw it. */
  readonly isAlert?: true;
}

/**
 * `contact`: name or number; `hats`: a new login asks for the hats of its person; `erasure`: somebody's name and words
 * are to be erased from all books.
 */
export const changeKinds = ['contact', 'hats', 'erasure'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export const changeStates = ['open', 'approved', 'refused'] as const;
export type ChangeState = (typeof changeStates)[number];

/** What somebody wants to be changed about who they are. Numbers are masked. */
export interface ChangeView {
  readonly changeId: string;
  readonly kind: ChangeKind;
  readonly state: ChangeState;
  readonly at: string;
  /** Name and number as they were when it was asked. */
  readonly name: string;
  readonly phone: string;
  readonly newName?: string;
  readonly newPhone?: string;
  /** With a new number: WeChat proved it. */
  readonly proved?: boolean;
  /** The hats that a new login waits for. */
  readonly hats: readonly Hat[];
  /** Why words are to be erased, and who asks where it is not the person. */
  readonly why?: string;
  readonly askedBy?: string;
  /** Among those that wait: not the reader's to decide. */
  readonly awaitsAnother?: true;
  readonly decidedBy?: string;
  readonly reason?: string;
}

/** One's own picture for the cards of one's grid: none, in its check, on the cards, or kept off them by the check. */
export interface PortraitView {
  readonly state: 'none' | 'checking' | 'shown' | 'hidden';
  /** Once it is shown; ends after ten minutes. */
  readonly fileUrl?: string;
}

export interface PersonApi {
  'person.getSession': { input: { countReveals?: boolean }; output: SessionView };
  'person.switchHat': { input: { hat: string; requestId: string }; output: SessionView };
  'person.saveSettings': { input: { elder: boolean; requestId: string }; output: SessionView };
  /**
   * Asked once, with its purpose: so that whoever helps can call back. `phoneCode` is WeChat's, verified by the server
   * and bound to the person who was imported with that number; a typed `phone` is called back before anybody is sent.
   */
  'person.register': {
    input: { token?: string; name?: string; phone?: string; phoneCode?: string; requestId: string };
    output: SessionView;
  };
  /** Another name or number, or both; staff decide. `phoneCode` proves the number, a typed `phone` is asked about. */
  'person.requestChange': {
    input: { name?: string; phone?: string; phoneCode?: string; requestId: string };
    output: ChangeView;
  };
  /** One's own name and words in all books; who keeps the books may ask for somebody else. Another of them decides. */
  'person.requestErasure': { input: { personId?: string; reason: string; requestId: string }; output: ChangeView };
  /** One lives alone and may be looked after for it, or takes that back; who serves them sees it. */
  'person.setAlone': { input: { alone: boolean; requestId: string }; output: SessionView };
  /** One is a veteran, or a volunteer, or no longer says so; what is left out stays. */
  'person.setRoles': { input: { veteran?: boolean; volunteer?: boolean; requestId: string }; output: SessionView };
  'person.getPortrait': { input: Record<string, never>; output: PortraitView };
  /** A grid worker's picture for the cards of their grid; `agreed` is their consent, which they may take back. */
  'person.setPortrait': { input: { fileId: string; agreed: true; requestId: string }; output: PortraitView };
  'person.removePortrait': { input: { requestId: string }; output: PortraitView };
  /** The open ones that the hat in use decides on, or all that the caller asked for themselves. */
  'person.listChanges': {
    input: { mine?: boolean; cursor?: string };
    output: { changes: readonly ChangeView[]; next?: string };
  };
  'person.approveChange': { input: { changeId: string; requestId: string }; output: ChangeView };
  'person.refuseChange': { input: { changeId: string; reason: string; requestId: string }; output: ChangeView };
  'person.listReveals': { input: { cursor?: string }; output: { reveals: readonly RevealView[]; next?: string } };
}
