/** Standards of attendance as they are filled in, class by class. */
import { memberClasses } from '../../contracts/passbook';
import type { AttendanceStandard } from '../../contracts/policy';
import { attendanceFields } from '../../text/passbook/standards';

/** A class's points as they are filled in; what is deducted stands without a sign. */
export interface StandardForm {
  readonly memberClass: AttendanceStandard['memberClass'];
  readonly fields: readonly { readonly field: string; readonly label: string; readonly typed: string }[];
}

/** The forms of some standards, in the order of the classes. */
export function standardForms(standards: readonly AttendanceStandard[]): readonly StandardForm[] {
  return memberClasses.flatMap((memberClass) => {
    const standard = standards.find((one) => one.memberClass === memberClass);
    if (!standard) return [];
    const fields = attendanceFields
      .filter(({ field }) => memberClass !== 'special' || field !== 'absent')
      .map(({ field, label }) => ({ field, label, typed: String(Math.abs(standard[field])) }));
    return [{ memberClass, fields }];
  });
}

/** The forms with one class's points written anew. */
export function withPoints(
  forms: readonly StandardForm[],
  { memberClass, field, typed }: { readonly memberClass: string; readonly field: string; readonly typed: string },
): readonly StandardForm[] {
  return forms.map((form) =>
    form.memberClass === memberClass
      ? { ...form, fields: form.fields.map((one) => (one.field === field ? { ...one, typed } : one)) }
      : form,
  );
}

function enteredStandard({ memberClass, fields }: StandardForm): AttendanceStandard | undefined {
  const points = (name: string) => {
    const typed = fields.find(({ field }) => field === name)?.typed ?? '0';
    return /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : NaN;
  };
  const standard = {
    memberClass,
    present: points('present'),
    absent: 0 - points('absent'),
    organised: points('organised'),
    guided: points('guided'),
  };
  return attendanceFields.some(({ field }) => Number.isNaN(standard[field])) ? undefined : standard;
}

/** What was filled in, class by class; undefined where a number is none. */
export function enteredStandards(forms: readonly StandardForm[]): AttendanceStandard[] | undefined {
  const entered = forms.flatMap((form) => enteredStandard(form) ?? []);
  return entered.length < forms.length ? undefined : entered;
}
