/** An input for the actions of `supervision` that watch, so that each gets past its schema. */
export const SUPERVISION_SAMPLES: Readonly<Record<string, { readonly input: () => object }>> = {
  'supervision.watch': { input: () => ({}) },
}
