/** Red asks for something, gold is set apart, good is done, warning is due. */
export type Tone = 'plain' | 'red' | 'gold' | 'good' | 'warning';
