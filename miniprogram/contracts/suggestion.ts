import type { NameApart } from './name-apart';

/** Why somebody is suggested, or what speaks against them; `against` ones are shown in another colour. */
export const suggestionReasons = [
  'same-courtyard',
  'same-grid',
  'skill',
  'free-then',
  'free-on-saturday',
  'little-load',
  'at-work-then',
] as const;
export type SuggestionReason = (typeof suggestionReasons)[number];

/** Somebody, or a team, that an order could go to, best first. */
export interface SuggestionView extends Pick<NameApart, 'phoneEnd'> {
  readonly memberId: string;
  readonly name: string;
  /** Set for a team: an offer to it goes to its captain, who names who goes. */
  readonly team?: { readonly name: string; readonly free: number };
  readonly reasons: readonly { readonly reason: SuggestionReason; readonly against: boolean }[];
  /** Orders accepted this month. */
  readonly load: number;
}
