/** Words that a new cloud refuses, and words that it leaves to a person to decide. */
export const defaultContentWords = { risky: ['违禁', '赌博'], review: ['疑似'] };
