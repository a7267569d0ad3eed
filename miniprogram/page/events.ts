/** What handlers of pages and components receive. */

/** A tap on an element with these `data-` attributes. */
export type Tapped<Dataset extends object> = WechatMiniprogram.TouchEvent<
  Record<string, never>,
  Record<string, never>,
  Dataset
>;

/** What a component sent with its event. */
export type Emitted<Detail extends object> = WechatMiniprogram.CustomEvent<Detail>;

/** One of several values was chosen, or a field was changed. */
export type Chosen<Value = string> = Emitted<{ readonly value: Value }>;
