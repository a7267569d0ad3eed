import { elementTags } from './element-tags';

/**
 * The name of the document's element for a tag of WXML: WeChat's own tags, and all that HTML could have, are called
 * `wx-…`. A component's tag with a hyphen is unchanged.
 */
export function hostTag(tag: string): string {
  return elementTags.has(tag) || !tag.includes('-') ? `wx-${tag}` : tag;
}
