/** A field for a few sentences: says what to write, and what is wrong with it. */
Component({
  properties: {
    label: String,
    hint: String,
    value: String,
    error: String,
  },
  methods: {
    type(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.triggerEvent('type', { value: event.detail.value })
    },
  },
})
