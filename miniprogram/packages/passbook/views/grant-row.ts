import type { GrantView } from '../../../contracts/grant';
import type { PointUnit } from '../../../contracts/passbook';
import { signedPoints } from '../../../text/passbook/points';
import { grantLine, grantNotAllowed, grantPeople, grantSigning, grantTitle } from '../text/grants';

/** A line by hand as its list draws it. */
export interface GrantRow {
  readonly grantId: string;
  readonly personId: string;
  readonly unit: PointUnit;
  readonly title: string;
  readonly line: string;
  readonly points: string;
  readonly reason: string;
  readonly people: string;
  /** Why the reader may do nothing here. */
  readonly notAllowed: string;
  readonly maySign: boolean;
  /** What signing does, said before it is done. */
  readonly signing: string;
}

export function grantRow(view: GrantView): GrantRow {
  const { grantId, personId, unit, reason, maySign } = view;
  return {
    grantId,
    personId,
    unit,
    reason,
    maySign,
    title: grantTitle(view),
    line: grantLine(view),
    points: signedPoints(view.points),
    people: grantPeople(view),
    notAllowed: grantNotAllowed(view),
    signing: grantSigning(view),
  };
}
