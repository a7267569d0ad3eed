/** Those who could go. */
import type { OrderSummary, OrderView } from '../../../contracts/order';
import type { SuggestionReason, SuggestionView } from '../../../contracts/suggestion';
import {
  assignLabel,
  captainLine,
  freeLine,
  loadLine,
  suggestionReason,
  teamBadge,
} from '../../../text/order/dispatch';
import { nameApart } from '../../../text/person/name-apart';

export interface Candidate {
  readonly memberId: string;
  readonly name: string;
  /** In the place of a picture; '' for a person. */
  readonly badge: string;
  readonly load: string;
  readonly reasons: readonly { readonly text: string; readonly tone: 'good' | 'warning' }[];
  readonly chosen: boolean;
}

export const noCandidate: Candidate = { memberId: '', name: '', badge: '', load: '', reasons: [], chosen: false };

/** A little load says nothing about anybody where most have it. */
function isLoadTelling(views: readonly SuggestionView[]): boolean {
  const people = views.filter(({ team }) => team === undefined);
  const little = people.filter(({ reasons }) => reasons.some(({ reason }) => reason === 'little-load'));
  return little.length * 2 <= people.length;
}

/** Who could go, each with what speaks for and against them. */
export function candidatesOf(
  views: readonly SuggestionView[],
  order: OrderSummary & Pick<OrderView, 'skill'>,
): Candidate[] {
  const hidden: SuggestionReason | undefined = isLoadTelling(views) ? undefined : 'little-load';
  return views.map((view) => candidate(view, order, hidden));
}

function candidate(
  view: SuggestionView,
  order: Parameters<typeof candidatesOf>[1],
  hidden: SuggestionReason | undefined,
): Candidate {
  const { memberId, team } = view;
  const own: Candidate['reasons'] = view.reasons
    .filter(({ reason }) => reason !== hidden)
    .map(({ reason, against }) => ({ text: suggestionReason(reason, order), tone: against ? 'warning' : 'good' }));
  const ofTeam: Candidate['reasons'] =
    team === undefined
      ? []
      : [captainLine(nameApart(view)), freeLine(team.free)].map((text) => ({ text, tone: 'good' }));
  return {
    memberId,
    name: team?.name ?? nameApart(view),
    badge: team === undefined ? '' : teamBadge,
    load: loadLine(view.load),
    reasons: [...ofTeam, ...own],
    chosen: false,
  };
}

/** A page of them, behind those who were chosen on another page; who was chosen stays so. */
export function withChosen(page: readonly Candidate[], before: readonly Candidate[]): Candidate[] {
  const chosen = chosenOf(before);
  const isAmong = (some: readonly Candidate[], { memberId }: Candidate) =>
    some.some((one) => one.memberId === memberId);
  return [
    ...chosen.filter((one) => !isAmong(page, one)),
    ...page.map((one) => ({ ...one, chosen: isAmong(chosen, one) })),
  ];
}

export function chosenOf(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(({ chosen }) => chosen);
}

/** Who is offered while nobody is chosen: the best of those that something speaks for and nothing against, no team. */
export function offeredOf(candidates: readonly Candidate[], count: number): Candidate[] {
  const isClear = ({ badge, reasons }: Candidate): boolean =>
    badge === '' && reasons.length > 0 && reasons.every(({ tone }) => tone === 'good');
  return candidates.filter(isClear).slice(0, count);
}

/** Several were chosen, or a team, whose captain sends one or more. */
export function isForSeveral(candidates: readonly Candidate[]): boolean {
  const chosen = chosenOf(candidates);
  return chosen.length > 1 || chosen.some(({ badge }) => badge !== '');
}

export function assignButton(candidates: readonly Candidate[]): string {
  return assignLabel(chosenOf(candidates)[0]?.name);
}
