import { builtinTags } from './builtin/names';
import { wxNames } from './wx/names';

/** The components and APIs that a page may use; the compiler checks them. */
export function supportedNames(): { tags: ReadonlySet<string>; apis: ReadonlySet<string> } {
  return { tags: new Set(builtinTags), apis: new Set(wxNames) };
}
