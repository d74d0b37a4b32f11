/** The steps of a matter: done ✓, now (ring and halo, person), to do (number). */
Component({
  properties: {
    /** `PathStep[]` of shared/matter-words. */
    steps: { type: Array, value: [] },
  },
  data: { words: { done: '做完了', now: '正在做', todo: '还没到' } },
})
