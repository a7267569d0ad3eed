/** The query that a page was opened with. */

export interface PageWithParameters {
  readonly options: Readonly<Record<string, string | undefined>>;
}

/** WeChat hands the values over as they stand in the address; here they are decoded, once. */
export function parameters({ options }: PageWithParameters): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(options).map(([name, value = '']) => [name, decodeURIComponent(value)]));
}
