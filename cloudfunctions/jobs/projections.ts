import { accessProjections } from '../core/access/projections';
import { cardProjections } from '../core/card/projections';
import { findingProjections } from '../core/finding/projections';
import { helpProjections } from '../core/help/projections';
import { orderProjections } from '../core/order/projections';
import { personProjections } from '../core/person/projections';
import { placeProjections } from '../core/place/projections';
import { reviewProjections } from '../core/review/projections';
import { recognitionProjections } from '../core/recognition/projections';
import { visitProjections } from '../core/visit/projections';
import type { Projection } from '../core/projection/projection';

/** Every copy of another noun's field, by the noun that carries it; what is copied from first stands first. */
export const projections: readonly Projection[] = [
  ...placeProjections,
  ...personProjections,
  ...accessProjections,
  ...cardProjections,
  ...orderProjections,
  ...visitProjections,
  ...helpProjections,
  ...recognitionProjections,
  ...reviewProjections,
  ...findingProjections,
];
