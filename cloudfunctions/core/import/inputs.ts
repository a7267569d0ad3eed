import { id, v } from '../platform/validation';

/** The file of a list, uploaded under a name by chance into the folder of lists: nobody names somebody else's. */
export const listFileId = v.pipe(
  v.string(),
  v.maxLength(300),
  v.regex(/^cloud:\/\/[^\s\p{Cc}\p{Cf}\p{Cs}?#]+\/imports\/[\w-]{8,64}\.[a-z]{2,5}$/u),
);

/** Page and position of a row: `12.3`. */
export const rowId = v.pipe(v.string(), v.regex(/^\d{1,5}\.\d{1,2}$/));

export const importId = id;

/** How long the name of a file may be. */
export const fileNameLength = 100;
