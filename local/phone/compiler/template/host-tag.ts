import { ELEMENT_TAGS } from './element-tags';

/**
 * The element that stands in the document for a tag of WXML: WeChat's own and everything that HTML could know are called `wx-…`.
 * A component's tag with a hyphen is its own.
 */
export function hostTag(tag: string): string {
  return ELEMENT_TAGS.has(tag) || !tag.includes('-') ? `wx-${tag}` : tag;
}
