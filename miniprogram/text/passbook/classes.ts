import type { MemberClass } from '../../contracts/passbook';

const classNames: Record<MemberClass, string> = {
  committee: '班子成员',
  young: '青年党员',
  senior: '年老党员',
  special: '特殊党员',
};

/** A class of members by its name (四类). */
export function className(memberClass: MemberClass): string {
  return classNames[memberClass];
}
