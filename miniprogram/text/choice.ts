/** One of several values to choose from, with its name. */
export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly text: string;
}

export function choicesOf<Value extends string>(
  values: readonly Value[],
  names: Readonly<Record<Value, string>>,
): Choice<Value>[] {
  return values.map((value) => ({ value, text: names[value] }));
}
