interface HasBehaviors {
  behaviors?: unknown[]
}

type MakeBehavior = (definition: object) => unknown

const made = new Map<string, unknown>()

/** `wx://form-field` and its kin are names in WeChat; glass-easel wants behaviors. */
export function withRealBehaviors<T extends HasBehaviors>(definition: T, make: MakeBehavior): T {
  if (!definition.behaviors) return definition
  const behaviors = definition.behaviors.map((behavior) =>
    typeof behavior === 'string' ? builtIn(behavior, make) : behavior,
  )
  return Object.assign(definition, { behaviors })
}

function builtIn(name: string, make: MakeBehavior): unknown {
  const known = made.get(name)
  if (known) return known
  const behavior = make(
    name === 'wx://form-field' ? { properties: { name: String, value: null } } : {},
  )
  made.set(name, behavior)
  return behavior
}
