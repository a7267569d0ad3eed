import type { ActivitySummary } from './activity';
import type { ContactView } from './card';
import type { GridColour, Hat, HatView } from './hat';
import type { DeskView, OrderSummary, QueueFilter } from './order';
import type { PointUnit, WaitingLines } from './passbook';

/** Who calls, as the server knows them. A caller without a login is `anonymous` and has no name. */
export interface SessionView {
  readonly personId?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly communityName?: string;
  readonly hats: readonly HatView[];
  /** The key of the hat in use. */
  readonly hat: string;
  readonly elder: boolean;
  readonly unread: number;
  /** How often somebody looked at the caller's phone number, as far as `mostLooks`; only where it was asked for. */
  readonly looks?: number;
}

/** Beyond these they are many. */
export const mostLooks = 20;

/** Taking an order by phone; giving out cards. */
export type GridDoor = 'intake' | 'cards';

/** The first screen, whole, in one call; `for` follows the hat in use. */
export type HomeBody =
  | { readonly for: 'visitor'; readonly hotline: string }
  | {
      readonly for: 'resident';
      readonly gridName: string;
      readonly colour?: GridColour;
      readonly placeName: string;
      readonly worker?: ContactView;
      readonly onDuty: boolean;
      readonly call: ContactView & { readonly to: 'worker' | 'duty' };
      readonly officePhone: string;
      readonly orders: readonly OrderSummary[];
    }
  | {
      readonly for: 'member';
      readonly offers: readonly OrderSummary[];
      readonly doing: readonly OrderSummary[];
      readonly wishes: readonly OrderSummary[];
      readonly wishTotal: number;
      readonly redSaturday: string;
    }
  /** `doors`: what this hat may begin. */
  | {
      readonly for: 'grid';
      readonly counts: Readonly<Record<QueueFilter, number>>;
      readonly orders: readonly OrderSummary[];
      readonly doors: readonly GridDoor[];
    }
  | { readonly for: 'desk'; readonly desk: DeskView }
  /** `waiting`: for those who read the books. `book`: the reader's own, who keeps no books. */
  | {
      readonly for: 'branch';
      readonly activities: readonly ActivitySummary[];
      readonly waiting?: WaitingLines;
      readonly book?: { readonly unit: PointUnit; readonly balance: number };
    }
  | { readonly for: 'other' };

export interface RevealView {
  readonly at: string;
  readonly byName: string;
  readonly hat: Hat;
  readonly orderNumber: string;
}

export interface PersonApi {
  'person.session': { input: { looks?: boolean }; output: SessionView };
  'person.home': { input: Record<string, never>; output: { session: SessionView; body: HomeBody } };
  'person.wear': { input: { hat: string; requestId: string }; output: SessionView };
  'person.settings': { input: { elder: boolean; requestId: string }; output: SessionView };
  /**
   * Asked once, with its purpose: so that whoever helps can call back. `phoneCode` is WeChat's, verified by the server and
   * bound to the person who was imported with that number; a typed `phone` is called back before anybody is sent.
   */
  'person.introduce': {
    input: { token?: string; name?: string; phone?: string; phoneCode?: string; requestId: string };
    output: SessionView;
  };
  'person.reveals': { input: { cursor?: string }; output: { reveals: readonly RevealView[]; next?: string } };
}
