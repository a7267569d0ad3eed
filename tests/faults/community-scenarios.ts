import { enrolmentScenarios } from './enrolment-scenarios';
import { helpScenarios } from './help-scenarios';
import { placeScenarios } from './place-scenarios';
import { portraitScenarios } from './portrait-scenarios';
import type { Scenario } from './scenario';
import { visitScenarios } from './visit-scenarios';

/** Writes about where things are, who is seen on cards, who enrols, who is visited, and who moves in and out. */
export const communityScenarios: readonly Scenario[] = [
  ...placeScenarios,
  ...helpScenarios,
  ...enrolmentScenarios,
  ...visitScenarios,
  ...portraitScenarios,
];
