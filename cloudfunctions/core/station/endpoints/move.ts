import { coordinateSystems } from '../../../../miniprogram/contracts/station';
import { signedInEndpoint } from '../../access/endpoint';
import { id, object, requestId, v } from '../../platform/validation';
import { changeStation } from '../change-station';
import { toGcj02 } from '../rules/coordinates';
import { pointOf, stations } from '../station';

/** China and what lies around it: GCJ-02 is defined nowhere else. */
const latitude = v.pipe(v.number(), v.minValue(3), v.maxValue(54));
const longitude = v.pipe(v.number(), v.minValue(73), v.maxValue(136));

/**
 * Its keeper, standing at the door, says where it is.
 * Cost: 1 read, 2 writes.
 */
export const moveStation = signedInEndpoint({
  name: 'station.move',
  input: object({ stationId: id, latitude, longitude, system: v.picklist(coordinateSystems), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  prefetch: ({ stationId }) => ({ from: stations, id: stationId }),
  run: (context, caller, { stationId, system, ...point }) =>
    changeStation(context, caller, {
      stationId,
      action: 'move',
      set: { gcj02: pointOf(toGcj02(point, system)), verifiedAt: context.clock.now() },
    }),
});
