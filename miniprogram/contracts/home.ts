import type { ActivitySummary } from './activity';
import type { AlertView } from './alert';
import type { ContactView } from './card';
import type { GridColour } from './hat';
import type { DeskView, QuotaWarning } from './desk';
import type { OrderSummary, QueuePage } from './order';
import type { PointUnit, WaitingView } from './passbook';
import type { SessionView } from './person';
import type { SiteRecordView } from './site';
import type { StationPage } from './station';
import type { HouseholdView } from './visit';

/** More moves that wait are not counted. */
export const maxMoveCount = 20;

/**
 * Taking an order by phone; giving out cards; visiting households; who moves in and out; in an employer's hat, members
 * who share their record with it.
 */
export type GridShortcut = 'intake' | 'cards' | 'visits' | 'moves' | 'shared';

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
  /** `shortcuts`: what this hat may begin. */
  | {
      readonly for: 'grid';
      readonly counts: QueuePage['counts'];
      readonly countsAtLeast?: true;
      readonly orders: readonly OrderSummary[];
      readonly shortcuts: readonly GridShortcut[];
      /** Calls for help that nobody has answered, a few; absent for a hat that is not told of them. */
      readonly alerts?: readonly AlertView[];
      /** Of how many orders somebody without WeChat is to be told; at most `maxMoveCount`. */
      readonly newsByPhone?: number;
      /** How many moves wait for this hat; at most `maxMoveCount`. */
      readonly moves?: number;
      /** How many orders wait until somebody decides what others read of them; at most as many. */
      readonly withheld?: number;
    }
  /** A lane chief: their households, those of people who live alone first, and whether there are more. */
  | {
      readonly for: 'lane';
      readonly counts: QueuePage['counts'];
      readonly countsAtLeast?: true;
      readonly households: readonly HouseholdView[];
      readonly hasMore: boolean;
    }
  | { readonly for: 'desk'; readonly desk: DeskView }
  /** `waiting`: for those who read the books. `book`: the reader's own, who keeps no books. */
  | {
      readonly for: 'branch';
      readonly activities: readonly ActivitySummary[];
      readonly waiting?: WaitingView;
      readonly book?: { readonly unit: PointUnit; readonly balance: number };
    }
  /** A courier: the site that they are registered with, and what is done for it. */
  | {
      readonly for: 'courier';
      readonly site?: { readonly siteId: string; readonly name: string; readonly expiresAt: string };
      readonly records: readonly SiteRecordView[];
    }
  /** Whoever keeps a station or a shop: what they keep, and what was reported there. */
  | { readonly for: 'keeper'; readonly stations: StationPage; readonly offers: readonly OrderSummary[] }
  /** An instructor of couriers: their organisation and its record. */
  | { readonly for: 'instructor'; readonly orgName: string; readonly records: readonly SiteRecordView[] }
  /**
   * `shortcuts`: the administrator gives out cards, an employer reads of its members; others begin nothing here.
   * `quotas`: for the administrator, limits of the environment's plan that come near.
   */
  | {
      readonly for: 'other';
      readonly shortcuts: readonly GridShortcut[];
      readonly quotas?: readonly QuotaWarning[];
    };

export interface HomeApi {
  'home.get': { input: Record<string, never>; output: { session: SessionView; body: HomeBody } };
}
