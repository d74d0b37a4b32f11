/** 要带什么: picture, name, note and a round tick. Ticks are the person's own and stay on the phone. */
Component({
  properties: {
    /** `ChecklistRow[]` of shared/checklist. */
    rows: { type: Array, value: [] },
    /** Ids that are ticked, as `{id: true}`. */
    ticked: { type: Object, value: {} },
    /** False: only to look at. */
    canTick: { type: Boolean, value: true },
  },
  methods: {
    tick(event: WechatMiniprogram.TouchEvent) {
      if (!this.data.canTick) return
      this.triggerEvent('tick', { id: String(event.currentTarget.dataset.id) })
    },
  },
})
