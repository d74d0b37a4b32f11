/** One question with a few answers, or several of them (`many`); `pick` tells `{value}`. */
Component({
  properties: {
    label: String,
    many: Boolean,
    /** `[{value, text, on}]` */
    options: Array,
  },
  methods: {
    pick(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('pick', { value: String(event.currentTarget.dataset.value) })
    },
  },
})
