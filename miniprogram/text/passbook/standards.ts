/** Standards of attendance: what a class earns for coming, and loses for staying away. */
import type { MemberClass } from '../../contracts/passbook';
import type { AttendanceStandard } from '../../contracts/policy';
import type { Choice } from '../choice';
import { className } from './classes';
import { pointsText } from './points';

/** `班子成员到会 3、没到 −4、组织 6、指导 6` */
export function attendanceLine({ memberClass, present, absent, organised, guided }: AttendanceStandard): string {
  const points = [`到会 ${present}`, `没到 ${pointsText(absent)}`, `组织 ${organised}`, `指导 ${guided}`];
  return `${className(memberClass)}${points.join('、')}`;
}

/** A class's points as somebody fills them in. */
export const attendanceFields = [
  { field: 'present', label: '到会加分' },
  { field: 'absent', label: '没到扣分' },
  { field: 'organised', label: '组织加分' },
  { field: 'guided', label: '指导加分' },
] as const;

export const classChoices = (classes: readonly MemberClass[]): readonly Choice[] =>
  classes.map((one) => ({ value: one, text: className(one) }));
