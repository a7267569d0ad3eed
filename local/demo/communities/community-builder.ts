import type { Card } from '../../../cloudfunctions/core/card/card';
import type { Community } from '../../../cloudfunctions/core/place/community';
import type { Policy } from '../../../cloudfunctions/core/policy/policy';
import type { PostHat } from '../../../miniprogram/contracts/hat';
import { SeededRandom } from '../random';
import { PeopleBuilder, type DemoPerson } from '../people/people-builder';
import type { PhoneNumbers } from '../people/phone-numbers';
import { communityOf, officeHours, policy } from '../places/community';
import { coverageOf, numberChecksOf, withPapers } from '../places/papers';
import { visitDocuments } from './visits';
import { PlaceTree, type GridPlan, type PlaceNode } from '../places/tree';

/** What every community is built from. `now` is the moment at which the data looks current. */
export interface BuildContext {
  readonly numbers: PhoneNumbers;
  readonly now: Date;
}

/** One community with everything in it but its history. */
export interface DemoCommunity {
  readonly document: Community;
  readonly tree: PlaceTree;
  readonly people: PeopleBuilder;
  readonly cards: readonly Card[];
  /** Collections that only this community fills. */
  readonly extra: Readonly<Record<string, readonly object[]>>;
}

const dayMs = 86_400_000;

export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * dayMs);
}

interface CommunityDetails {
  readonly street: string;
  readonly branchName: string;
  /** Of the office. */
  readonly address: string;
  readonly cards: readonly Card[];
  readonly policy?: Policy;
  readonly extra?: DemoCommunity['extra'];
}

/** A community with its office, its roster read off the posts. */
export function bareCommunity(
  own: Pick<Community, '_id' | 'name' | 'street' | 'branchName'> & Pick<CommunityDetails, 'address' | 'policy'>,
  { tree, people, numbers }: { tree: PlaceTree; people: PeopleBuilder; numbers: PhoneNumbers },
): Community {
  const { address, policy: decided = policy, ...named } = own;
  const office = { phone: numbers.landline(), address, hours: officeHours };
  const duty = { name: `${named.name}值班`, phone: numbers.landline() };
  return communityOf({ ...named, office, duty, policy: decided }, tree, people);
}

/** Builds one community: its tree, its people, from a random stream of its own. */
export class CommunityBuilder {
  readonly random: SeededRandom;
  readonly tree: PlaceTree;
  readonly people: PeopleBuilder;
  private readonly since: Date;

  constructor(
    readonly id: string,
    readonly name: string,
    plan: readonly GridPlan[],
    readonly context: BuildContext,
  ) {
    this.random = new SeededRandom(id);
    this.tree = new PlaceTree(id, plan);
    this.people = new PeopleBuilder(id, this.random.stream('people'), context.numbers);
    this.since = daysBefore(context.now, 500);
  }

  get appointment(): { since: Date; communityName: string } {
    return { since: this.since, communityName: this.name };
  }

  appoint(hat: PostHat, holder: DemoPerson, node?: PlaceNode): void {
    this.people.appoint(hat, holder, { ...this.appointment, ...(node && { node }) });
  }

  household(label: string): PlaceNode {
    return this.tree.labelled('household', label);
  }

  /** The community, once everybody is appointed: its roster is read off the posts. */
  build({ street, branchName, address, cards, extra = {}, ...rest }: CommunityDetails): DemoCommunity {
    const { id, name, tree, people, context } = this;
    const { numbers } = context;
    const named = { _id: id, name, street, branchName, address, ...(rest.policy && { policy: rest.policy }) };
    const community = bareCommunity(named, { tree, people, numbers });
    const visited = visitDocuments(this);
    return {
      document: community,
      tree,
      people,
      cards: withPapers(cards, community),
      extra: {
        ...visited,
        ...extra,
        cardCoverage: coverageOf(tree, cards, community, context.now),
        numberChecks: numberChecksOf(community, context.now),
      },
    };
  }
}
