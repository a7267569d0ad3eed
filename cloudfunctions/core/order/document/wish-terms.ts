/** What a wish may cost, and what everybody reads of it, without a name or a door. */
export interface WishTerms {
  readonly valueYuan: number;
  readonly publicWords: string;
}
