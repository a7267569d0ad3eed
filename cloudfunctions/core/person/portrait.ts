import type { PortraitView } from '../../../miniprogram/contracts/person';

/** A picture of somebody for the cards of their grid, with their consent (docs/adr/0032-portraits.md). */
export interface Portrait {
  /** A square, nothing but its pixels. */
  readonly fileId: string;
  /** Until WeChat's content check is through, and unless it said no, nobody sees it but whoever is on it. */
  readonly state: 'checking' | 'shown' | 'hidden';
  /** Of the check; null once its verdict is there. */
  readonly traceId: string | null;
  /** When they agreed to it. */
  readonly consentAt: Date;
}

/** The file that cards may show; undefined where there is none, or none that was checked. */
export function shownPortrait(portrait: Portrait | undefined): string | undefined {
  return portrait?.state === 'shown' ? portrait.fileId : undefined;
}

/** What whoever is on it sees: how far it has come, and the picture once it is shown. */
export function portraitView(portrait: Portrait | undefined, fileUrl: string | undefined): PortraitView {
  if (!portrait) return { state: 'none' };
  return { state: portrait.state, ...(fileUrl !== undefined && { fileUrl }) };
}
