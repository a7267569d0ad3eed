import type fontkit from '@pdf-lib/fontkit';

type Kit = typeof fontkit;
type Font = ReturnType<Kit['create']>;

/** What fontkit's subset of a TrueType font reads glyphs by: where each begins in the whole font. */
interface TrueTypeSubset {
  readonly font: { readonly loca: { readonly offsets: number[] } };
  _addGlyph: (glyphId: number) => number;
}

/**
 * The library with subsets whose glyphs all begin at an even place. A small subset names half of each place, as the
 * format wants it, and the library (1.1.1) halves odd ones as well: such glyphs are printed blank, while their text can
 * still be copied.
 */
export function withEvenGlyphs(kit: Kit): Pick<Kit, 'create'> {
  return {
    create(bytes, name) {
      const font = kit.create(bytes, name);
      const create: Font['createSubset'] = font.createSubset.bind(font);
      return Object.assign(font, {
        createSubset() {
          const subset = create();
          if (isTrueType(subset)) padGlyphs(subset);
          return subset;
        },
      });
    },
  };
}

function isTrueType(subset: object): subset is TrueTypeSubset {
  return '_addGlyph' in subset && typeof subset._addGlyph === 'function';
}

/** A glyph of an odd length takes one byte of the next one along, which nothing reads. */
function padGlyphs(subset: TrueTypeSubset): void {
  const add = subset._addGlyph.bind(subset);
  const { offsets } = subset.font.loca;
  subset._addGlyph = (glyphId) => {
    const end = offsets[glyphId + 1] ?? 0;
    const length = end - (offsets[glyphId] ?? 0);
    offsets[glyphId + 1] = end + (length % 2);
    const index = add(glyphId);
    offsets[glyphId + 1] = end;
    return index;
  };
}
