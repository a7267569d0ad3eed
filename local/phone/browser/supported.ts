import { builtinTags } from './builtin/names';
import { wxNames } from './wx/names';

/** What a page may use: the compiler checks against it. */
export function supportedNames(): { tags: ReadonlySet<string>; apis: ReadonlySet<string> } {
  return { tags: new Set(builtinTags), apis: new Set(wxNames) };
}
