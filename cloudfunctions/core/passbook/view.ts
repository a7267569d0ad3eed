import type { ContestView, EntryView } from '../../../miniprogram/contracts/passbook';
import { dayText } from '../time/shanghai';
import type { BookLine, Contest, Entry, EntryAnnotation } from './entry';
import type { Reader } from './reader';
import { contestFault, upholdFault, proposeFault } from './rules/disputes';

/** Splits lines as they were read into entries, in the order in which they came, and what happened to them. */
export function splitLines(lines: readonly BookLine[]): {
  readonly entries: readonly Entry[];
  readonly annotations: ReadonlyMap<string, EntryAnnotation>;
} {
  const entries: Entry[] = [];
  const annotations = new Map<string, EntryAnnotation>();
  for (const line of lines) {
    if (line.kind === 'entry') entries.push(line);
    else annotations.set(line.entryId, line);
  }
  return { entries, annotations };
}

/** A line as its reader may see it: the words of an objection are for its owner and for those who keep the books. */
export function entryView(entry: Entry, annotation: EntryAnnotation | undefined, reader: Reader): EntryView {
  const isOwner = entry.personId === reader.personId;
  return {
    entryId: entry._id,
    sequence: entry.sequence,
    at: entry.at.toISOString(),
    ...(entry.backdated && entry.effectiveAt && { effectiveOn: dayText(entry.effectiveAt) }),
    title: entry.title,
    cause: entry.cause,
    points: entry.points,
    balance: entry.balance,
    ...undoneView(entry),
    reversed: annotation?.reversed ?? false,
    proposed: annotation?.proposed ?? false,
    ...(annotation?.contest && { contest: contestView(annotation.contest, isOwner || reader.isBookkeeper) }),
    mayContest: isOwner && contestFault(entry, annotation, reader.now, reader.policy) === null,
    mayPropose: reader.isBookkeeper && proposeFault(entry, annotation) === null,
    mayUphold: reader.isBookkeeper && upholdFault(entry, annotation, reader.personId) === null,
  };
}

/** The line that this one undoes: by two people, or as the release of what was held. */
function undoneView({ cause, reversal }: Entry): Pick<EntryView, 'reversal' | 'release'> {
  if (!reversal) return {};
  const { ofSequence, reason, by, second } = reversal;
  const fact = { ofSequence, ofAt: reversal.ofAt.toISOString(), reason, by };
  return cause === 'released' ? { release: fact } : { reversal: { ...fact, second } };
}

function contestView({ state, words, answer }: Contest, whole: boolean): ContestView {
  return { state, ...(whole && { words, ...(answer && { answer }) }) };
}
