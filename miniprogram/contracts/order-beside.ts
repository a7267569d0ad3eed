import type { MessageKind } from './message';

/** One paper of a checklist; who said last whether it is there, and when. */
export interface PaperView {
  readonly name: string;
  readonly done: boolean;
  readonly byName?: string;
  readonly at?: string;
}

/** What somebody without WeChat is to be told on the telephone. */
export interface NewsToTell {
  readonly orderId: string;
  readonly number: string;
  readonly title: string;
  readonly placeName: string;
  readonly name: string;
  /** Who asked for the same in an order that was merged into this one; absent for the requester. */
  readonly personId?: string;
  /** The oldest first. */
  readonly news: readonly { readonly kind: MessageKind; readonly at: string }[];
}

/** What is noted of an order beside its moves. */
export interface BesideView {
  /** Papers to bring, in their order, and which of them are there. */
  readonly papers?: readonly PaperView[];
  /** The reader may say which papers are there. */
  readonly mayTick?: true;
  /** For staff: what the requester, who has no WeChat, is still to be told, and who told them last. */
  readonly newsToTell?: NewsToTell['news'];
  /** For staff: who asked for the same in an order that was merged, has no WeChat, and is still to be told. */
  readonly mergedToTell?: readonly string[];
  /** Staff may print a slip of it for the requester, who has no WeChat. */
  readonly mayPrintSlip?: true;
  readonly told?: { readonly byName: string; readonly at: string };
}
