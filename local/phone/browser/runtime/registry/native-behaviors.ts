/** WeChat's own behaviours, which components name by a text: `behaviors: ['wx://form-field']`. */
import type { CodeSpace } from '../platform/engine';

export type BehaviorMap = Record<string, unknown>;

export function createNativeBehaviors(space: CodeSpace): BehaviorMap {
  return space.componentEnv('wx-native-behaviors', ({ Behavior }) => ({
    'wx://form-field': Behavior({ properties: { name: String, value: null } }),
    'wx://form-field-group': Behavior({}),
    'wx://form-field-button': Behavior({}),
    'wx://proxy-scroll-view': Behavior({}),
    // the engine reads `export()` of every component, with this behaviour or without
    'wx://component-export': Behavior({}),
  }));
}

/** The same definition with behaviour objects in place of names; unknown names are logged and left out. */
export function resolveBehaviors(definition: Record<string, unknown>, known: BehaviorMap): Record<string, unknown> {
  const listed = definition['behaviors'];
  if (!Array.isArray(listed)) return definition;
  const behaviors = listed.flatMap((behavior: unknown) => {
    if (typeof behavior !== 'string') return behavior ? [behavior] : [];
    if (known[behavior] !== undefined) return [known[behavior]];
    console.error(`behavior ${behavior} is not supported`);
    return [];
  });
  return Object.assign(definition, { behaviors });
}
