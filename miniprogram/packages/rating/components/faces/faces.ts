import type { Level } from '../../../../services/rating'

/** 好差评 in five levels: a face and a word each, never stars. */
Component({
  properties: { level: Number },
  data: {
    levels: [
      { level: 5, text: '非常满意' },
      { level: 4, text: '满意' },
      { level: 3, text: '基本满意' },
      { level: 2, text: '不满意' },
      { level: 1, text: '非常不满意' },
    ] satisfies { level: Level; text: string }[],
  },
  methods: {
    choose(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('choose', { level: Number(event.currentTarget.dataset.level) })
    },
  },
})
