import { home } from '../../services/catalog'
import type { Category } from '../../services/catalog'
import { find, foundItem, prepareFinder } from '../../services/finder'
import type { FoundItem } from '../../services/finder'
import { recentItems } from '../../services/recent'

/** Choosing a matter: what was looked at lately, by what happens in life, or by searching. */
Component({
  properties: { open: Boolean, title: { type: String, value: '办什么事？' } },
  data: {
    query: '',
    categories: [] as Category[],
    chosen: '',
    items: [] as FoundItem[],
    lead: '',
    failed: false,
  },
  observers: {
    open(open: boolean) {
      if (open) void this.start()
    },
  },
  methods: {
    async start() {
      this.setData({ query: '', chosen: '', items: [], lead: '', failed: false })
      try {
        const [{ categories }] = await Promise.all([home(), prepareFinder()])
        this.setData({ categories: [...categories] })
        // On a weak signal people have typed before the catalogue is there: what they typed stands.
        await this.show(this.data.query)
      } catch {
        this.setData({ failed: true })
      }
    },
    async show(query: string) {
      const all = await prepareFinder()
      if (query !== this.data.query) return
      if (!query.trim()) {
        const recent = recentItems()
          .flatMap((code) => all.filter((item) => item.code === code))
          .map(foundItem)
        this.setData({ chosen: '', items: recent, lead: recent.length > 0 ? '刚才看过的' : '' })
        return
      }
      const found = find(query)
      const lead =
        found?.items.length === 0 ? '没找到，换两个字说' : found?.guessed ? '您是不是要找' : ''
      this.setData({ lead, items: found?.items ?? [] })
    },
    async pickCategory(event: WechatMiniprogram.TouchEvent) {
      const chosen = String(event.currentTarget.dataset.id)
      const all = await prepareFinder()
      const items = all.filter(({ category }) => category === chosen).map(foundItem)
      this.setData({ chosen, items, lead: '' })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const query = event.detail.value
      this.setData({ query })
      void this.show(query).catch(() => this.setData({ failed: true }))
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('choose', { code: String(event.currentTarget.dataset.code) })
    },
    close() {
      this.triggerEvent('close')
    },
  },
})
