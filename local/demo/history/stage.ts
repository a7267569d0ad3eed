import type { OrderCategory, VisitTime } from '../../../miniprogram/contracts/order';
import type { Chance } from '../chance';
import type { Neighbourhood } from '../communities/neighbourhood';
import type { Somebody } from '../people/crowd';
import { photosOfAsking } from '../photos';
import { within, type Site } from '../places/tree';
import { requesterOf, type Cast } from './cast';
import { Tale } from './tale';
import { requests } from './words';

/** Where orders are told: one community, its people, one stream of chance, and the moment at which the tale ends. */
export interface Stage {
  readonly neighbourhood: Neighbourhood;
  readonly cast: Cast;
  readonly chance: Chance;
  readonly now: Date;
}

export interface Asking {
  readonly category: OrderCategory;
  readonly asker: Somebody & { home: Site };
  readonly at: Date;
  readonly words?: string;
  readonly when?: VisitTime;
  readonly source?: 'card' | 'phone';
  readonly private?: boolean;
  /** Distinguishes tales that begin at the same time. */
  readonly key: string;
}

const visitTimes = [
  ['any', 40],
  ['saturday', 20],
  ['today-afternoon', 25],
  ['today-evening', 15],
] as const;

/** Somebody asks: with a card in hand, or on the phone, where the grid worker writes it down. */
export function ask({ neighbourhood, cast, chance, now }: Stage, asking: Asking): Tale {
  const { asker, category, at, source = 'card' } = asking;
  const site = within(asker.home, 'courtyard');
  const by = source === 'phone' ? cast.holder('gridWorker', site) : cast.resident(asker);
  const words = asking.words ?? chance.one(requests[category]);
  const opening = {
    community: neighbourhood.community,
    at,
    site,
    category,
    words,
    photos: source === 'card' ? photosOfAsking(words) : [],
    when: asking.when ?? chance.weighted(visitTimes),
    requester: requesterOf(asker, source),
    source,
    by,
    private: asking.private ?? false,
    key: asking.key,
  };
  return new Tale(opening, now);
}
