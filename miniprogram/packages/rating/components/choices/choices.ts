/** One of a few, each a word one can hit; what is chosen is told by shape, not by colour alone. */
Component({
  properties: {
    label: String,
    /** `{key, text}` each. */
    options: { type: Array, value: [] },
    chosen: String,
  },
  methods: {
    choose(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('choose', { key: String(event.currentTarget.dataset.key) })
    },
  },
})
