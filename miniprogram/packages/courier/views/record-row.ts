/** One record of a site in a list. */
import type { SiteRecordView } from '../../../contracts/site';
import { consentLine, recordKindName, recordLine } from '../text/sites';

export interface RecordRow {
  readonly recordId: string;
  readonly kind: string;
  readonly words: string;
  readonly line: string;
  readonly site: string;
  readonly consent: string;
  readonly names: string;
  readonly iJoin: boolean;
  readonly mayJoin: boolean;
  readonly isAsked: boolean;
}

export function recordRow(record: SiteRecordView, nowMs: number): RecordRow {
  const { recordId, kind, words, siteName, joinedNames, iJoin, at } = record;
  const isMeeting = kind === 'activity' || kind === 'training';
  const isOwnCare = record.consent === 'asked' && record.recipientName !== undefined;
  return {
    recordId,
    kind: recordKindName(kind),
    words,
    line: recordLine(record),
    site: siteName,
    consent: consentLine(record),
    names: joinedNames?.join('、') ?? '',
    iJoin,
    mayJoin: isMeeting && Date.parse(at) > nowMs && joinedNames === undefined,
    isAsked: isOwnCare && joinedNames === undefined,
  };
}
