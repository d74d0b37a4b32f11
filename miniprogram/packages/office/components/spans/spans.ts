/**
 * Stretches of a day, each from when to when: `change` tells `{index, side, value}`, `drop` tells
 * `{index}`, `add` nothing.
 */
Component({
  properties: {
    /** What they are, for screen readers: `开的时间`. */
    label: String,
    /** The word for one more: `加一段`. */
    add: String,
    /** What stands there when there is none. */
    empty: String,
    /** At least one has to stay. */
    needed: Boolean,
    /** `[{from, to}]` */
    rows: Array,
  },
  methods: {
    change(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { index, side } = event.currentTarget.dataset as { index: number; side: string }
      this.triggerEvent('change', { index, side, value: event.detail.value })
    },
    drop(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('drop', { index: event.currentTarget.dataset.index as number })
    },
    addOne() {
      this.triggerEvent('add')
    },
  },
})
