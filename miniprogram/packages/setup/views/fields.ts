/** Forms of one-line fields: what stands in them, and the field that an answer blames. */
import { fieldMissing, fieldRefused } from '../text/setup';

interface FieldText<Key extends string> {
  readonly key: Key;
  readonly label: string;
  readonly placeholder: string;
  readonly type: 'text' | 'number';
  /** Characters that it takes. */
  readonly max: number;
}

export interface FieldView<Key extends string> extends FieldText<Key> {
  readonly value: string;
}

export function fieldViews<Key extends string>(
  texts: readonly FieldText<Key>[],
  values?: Readonly<Record<Key, string>>,
): readonly FieldView<Key>[] {
  return texts.map((text) => ({ ...text, value: values?.[text.key] ?? '' }));
}

/** The first field that is empty, as a sentence; '' where all are filled. */
export function missingField(fields: readonly FieldView<string>[]): string {
  const empty = fields.find(({ value }) => value.trim() === '');
  return empty ? fieldMissing(empty.label) : '';
}

/** The sentence for a field that was refused; undefined where it is none of the form's. */
export function refusedField(fields: readonly FieldView<string>[], key: string | undefined): string | undefined {
  const blamed = fields.find((field) => field.key === key);
  return blamed && fieldRefused(blamed.label);
}
