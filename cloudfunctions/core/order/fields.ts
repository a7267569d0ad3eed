/** Fields of an order that no line of a list needs. */
export const unlisted = ['photos', 'evidence', 'rating', 'traces'] as const;
