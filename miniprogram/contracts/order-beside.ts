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
  /** Staff may print a slip of it for the requester, who has no WeChat. */
  readonly mayPrintSlip?: true;
  readonly told?: { readonly byName: string; readonly at: string };
}
