/**
 * The number of this contract. It is raised by one with a change that a mini-program of before does not understand: an
 * endpoint that goes, an input that is asked for, an answer's field that goes or means something else. Functions serve
 * this number and the one before it; a mini-program without a number is the first.
 */
export const contractNumber = 2;
export const firstContractNumber = 1;
