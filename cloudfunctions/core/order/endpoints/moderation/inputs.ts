import { v } from '../../../platform/validation';

/** A part as the order's view names it: `words`, `evidence:<person>`, `photo:<file id>`. */
export const part = v.pipe(v.string(), v.maxLength(320), v.regex(/^[a-zA-Z]+(?::[^\s\p{Cc}\p{Cf}\p{Cs}]+)?$/u));
