import type { Card } from '../../../cloudfunctions/core/card/card';
import type { Community, Policy } from '../../../cloudfunctions/core/place/community';
import type { PostHat } from '../../../cloudfunctions/core/place/post';
import { Chance } from '../chance';
import { Crowd, type Somebody } from '../people/crowd';
import type { Numbers } from '../people/numbers';
import { communityOf, officeHours, policy } from '../places/community';
import { PlaceTree, type GridPlan, type Site } from '../places/tree';

/** What every community is built from. `now` is the moment at which the data looks current. */
export interface Ground {
  readonly numbers: Numbers;
  readonly now: Date;
}

/** One community with everything in it but its history. */
export interface Neighbourhood {
  readonly community: Community;
  readonly tree: PlaceTree;
  readonly crowd: Crowd;
  readonly cards: readonly Card[];
  /** Collections that only this community fills. */
  readonly extra: Readonly<Record<string, readonly object[]>>;
}

const dayMs = 86_400_000;

export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * dayMs);
}

interface Finish {
  readonly street: string;
  readonly branchName: string;
  /** Of the office. */
  readonly address: string;
  readonly cards: readonly Card[];
  readonly policy?: Policy;
  readonly extra?: Neighbourhood['extra'];
}

/** A community in the making: its tree, its people, its own stream of chance. */
export class Building {
  readonly chance: Chance;
  readonly tree: PlaceTree;
  readonly crowd: Crowd;
  private readonly since: Date;

  constructor(
    readonly id: string,
    readonly name: string,
    plan: readonly GridPlan[],
    readonly ground: Ground,
  ) {
    this.chance = new Chance(id);
    this.tree = new PlaceTree(id, plan);
    this.crowd = new Crowd(id, this.chance.of('people'), ground.numbers);
    this.since = daysBefore(ground.now, 500);
  }

  get posting(): { since: Date; communityName: string } {
    return { since: this.since, communityName: this.name };
  }

  appoint(hat: PostHat, holder: Somebody, site?: Site): void {
    this.crowd.appoint(hat, holder, { ...this.posting, ...(site && { site }) });
  }

  household(label: string): Site {
    return this.tree.labelled('household', label);
  }

  /** Everybody stands where they should: the roster is read off the posts. */
  finish({ street, branchName, address, cards, extra = {}, ...rest }: Finish): Neighbourhood {
    const { id, name, tree, crowd, ground } = this;
    const office = { phone: ground.numbers.landline(), address, hours: officeHours };
    const duty = { name: `${name}值班`, phone: ground.numbers.landline() };
    const community = communityOf(
      { _id: id, name, street, branchName, office, duty, policy: rest.policy ?? policy },
      tree,
      crowd,
    );
    return { community, tree, crowd, cards, extra };
  }
}
