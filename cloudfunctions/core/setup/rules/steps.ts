import { setupSteps, type SetupStep, type SetupStepView } from '../../../../miniprogram/contracts/setup';
import type { Community } from '../../place/community';

/** What is known of a community while it is being set up. */
export interface SetupFacts {
  readonly community: Pick<Community, 'office' | 'duty' | 'grids' | 'secretary'>;
  readonly hasCourtyards: boolean;
  /** Somebody beside the administrator. */
  readonly hasPeople: boolean;
  /** Of the secretary's first login. */
  readonly isSecretaryConfirmed: boolean;
  readonly hasCards: boolean;
  /** Grids whose worker's post somebody holds: the community's own copy of it follows with the timer. */
  readonly workedGridIds: ReadonlySet<string>;
}

/** How far a community is, step by step; what a step still lacks is named where it has a name. */
export function setupProgress(facts: SetupFacts): readonly SetupStepView[] {
  const { community } = facts;
  const vacant = community.grids.filter(({ gridId }) => !facts.workedGridIds.has(gridId)).map(({ name }) => name);
  const colourless = community.grids.filter(({ colour }) => colour === undefined).map(({ name }) => name);
  const isDone: Readonly<Record<SetupStep, boolean>> = {
    office: community.office.phone !== '' && community.duty.phone !== '' && community.office.hours.days.length > 0,
    grids: community.grids.length > 0 && colourless.length === 0,
    places: facts.hasCourtyards,
    posts: community.grids.length > 0 && vacant.length === 0,
    people: facts.hasPeople,
    secretary: facts.isSecretaryConfirmed,
    cards: facts.hasCards,
  };
  const missing: Partial<Record<SetupStep, readonly string[]>> = { grids: colourless, posts: vacant };
  return setupSteps.map((step) => ({ step, isDone: isDone[step], missing: missing[step] ?? [] }));
}
