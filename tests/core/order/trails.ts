import type { TrailLine } from '../../../cloudfunctions/core/order/document/order';
import { canonicalJson } from '../../../cloudfunctions/core/platform/ids';

const timesOf = (trail: readonly TrailLine[]) =>
  trail.reduce((sum, { repeated }) => sum + 1 + (repeated?.count ?? 0), 0);
const withoutRepeats = ({ repeated: _repeated, ...line }: TrailLine) => canonicalJson(line);

/** Whether one trail is the other with one move more, listed or counted, and nothing else changed. */
export function hasOneMove(before: readonly TrailLine[], now: readonly TrailLine[]): boolean {
  const isKept = before.every((line, index) => {
    const found = now[index];
    return found === line || (found !== undefined && withoutRepeats(found) === withoutRepeats(line));
  });
  return isKept && timesOf(now) === timesOf(before) + 1;
}
