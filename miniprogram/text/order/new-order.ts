/** What is missing before an order can be submitted, whoever enters it. */
export const orderMissing = {
  category: '先点一下，是哪方面的事。',
  words: '说两句是什么事，写字、说话都行。',
} as const;
