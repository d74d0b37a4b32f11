import type { DrawnField } from '../../shared/form/draw'

/**
 * The fields of a thing, one below the other. Tells `type {key, text}`, `choose {key, choice}`,
 * `row {key, index}` (−1 for a new one), `ask {key}` for what is chosen elsewhere, `other {key}`
 * when what somebody else wrote is right.
 */
Component({
  properties: { fields: { type: Array, value: [] as DrawnField[] } },
  methods: {
    type(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { key } = event.currentTarget.dataset as { key: string }
      this.triggerEvent('type', { key, text: event.detail.value })
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const { key, choice } = event.currentTarget.dataset as { key: string; choice: string }
      this.triggerEvent('choose', { key, choice })
    },
    openRow(event: WechatMiniprogram.TouchEvent) {
      const { key, index } = event.currentTarget.dataset as { key: string; index: number }
      this.triggerEvent('row', { key, index })
    },
    ask(event: WechatMiniprogram.TouchEvent) {
      const { key } = event.currentTarget.dataset as { key: string }
      this.triggerEvent('ask', { key })
    },
    takeOther(event: WechatMiniprogram.TouchEvent) {
      const { key } = event.currentTarget.dataset as { key: string }
      this.triggerEvent('other', { key })
    },
  },
})
