import { limits } from '../../../miniprogram/contracts/limits';
import { line, v } from '../platform/validation';

export const placeName = line(limits.placeName);

/** A point in China and what lies around it: GCJ-02 is defined nowhere else. */
export const chinesePoint = v.strictObject({
  latitude: v.pipe(v.number(), v.minValue(3), v.maxValue(54)),
  longitude: v.pipe(v.number(), v.minValue(73), v.maxValue(136)),
});

export const corners = v.pipe(v.array(chinesePoint), v.maxLength(limits.corners));
