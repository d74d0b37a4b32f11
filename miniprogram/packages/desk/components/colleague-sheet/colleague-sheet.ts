import { fetchColleagues } from '../../calls'
import type { Colleague } from '../../calls'

/** More rows than a thumb scrolls through: write a word of the name or the post. */
const MOST_ROWS = 20

/** Choosing one of the people at work; `choose` tells the colleague. */
Component({
  properties: { open: Boolean, title: { type: String, value: '选一个人' } },
  data: { all: [] as Colleague[], rows: [] as Colleague[], word: '', problem: '' },
  observers: {
    open(open: boolean) {
      if (open && this.data.all.length === 0) void this.fetch()
    },
  },
  methods: {
    async fetch() {
      try {
        const all = await fetchColleagues()
        this.setData({ all, problem: '' })
        this.filter(this.data.word)
      } catch {
        this.setData({ problem: '名单没拿到。关上再点一次，急的话打电话。' })
      }
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.filter(event.detail.value)
    },
    filter(word: string) {
      const fits = ({ name, post }: Colleague) => `${name}${post}`.includes(word.trim())
      this.setData({ word, rows: this.data.all.filter(fits).slice(0, MOST_ROWS) })
    },
    close() {
      this.triggerEvent('close')
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: string }
      const colleague = this.data.all.find(({ staffId }) => staffId === id)
      if (colleague) this.triggerEvent('choose', colleague)
    },
  },
})
