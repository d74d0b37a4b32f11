/** One thing to write, with its label and what is wrong with it; `change` tells `{value}`. */
Component({
  properties: {
    label: String,
    value: String,
    placeholder: String,
    error: String,
    /** Several lines. */
    long: Boolean,
    max: { type: Number, value: 60 },
  },
  methods: {
    typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.triggerEvent('change', { value: event.detail.value })
    },
  },
})
