import {
  recognitionParts,
  type CommendationRule,
  type RecognitionPart,
} from '../../../miniprogram/contracts/recognition';
import { object, v } from '../platform/validation';

/** What a community decided on showing who did well. */
export interface RecognitionPolicy {
  /** Which parts are shown at all. */
  readonly shown: readonly RecognitionPart[];
  /** Who is put on the draft of a month's list, and of a year's. */
  readonly month: CommendationRule;
  readonly year: CommendationRule;
  /** How many of those who helped most households residents choose among. */
  readonly finalists: number;
  /** How many days of the next month votes are taken. */
  readonly voteDays: number;
}

/** The light-burden setting: nothing of it is shown (platform.md). */
export const defaultRecognitionPolicy: RecognitionPolicy = {
  shown: [],
  month: { meetings: 1, services: 1 },
  year: { meetings: 8, services: 6 },
  finalists: 5,
  voteDays: 7,
};

const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
const rule = (max: number) => object({ meetings: whole(0, max), services: whole(0, max) });

/** What may be set, and how far. */
export const recognitionPolicySchema = object({
  shown: v.pipe(
    v.array(v.picklist(recognitionParts)),
    v.check((shown) => new Set(shown).size === shown.length),
  ),
  month: rule(31),
  year: rule(366),
  finalists: whole(2, 9),
  voteDays: whole(1, 20),
});
