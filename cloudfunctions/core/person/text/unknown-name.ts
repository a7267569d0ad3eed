/** Somebody of whom nothing but a number is known; they give their name by a request. */
export const unknownName = '还没留名';
