import { home } from '../../services/catalog'

/** Choosing a village from all of them; `choose` tells `{id, name}`. */
Component({
  properties: { open: Boolean, chosen: String, title: { type: String, value: '您是哪个村的？' } },
  data: { villages: [] as { id: string; name: string }[] },
  observers: {
    open(open: boolean) {
      if (!open || this.data.villages.length > 0) return
      home().then(
        ({ villages }) =>
          this.setData({ villages: villages.map(({ id, name }) => ({ id, name })) }),
        () => undefined,
      )
    },
  },
  methods: {
    close() {
      this.triggerEvent('close')
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const village = this.data.villages.find(({ id }) => id === event.currentTarget.dataset.id)
      if (village) this.triggerEvent('choose', village)
    },
  },
})
