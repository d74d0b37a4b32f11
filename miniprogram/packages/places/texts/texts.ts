import { fetchTexts } from '../../../services/places'
import type { PublicText } from '../../../services/places'
import { load, pageState } from '../../../services/load'
import { go } from '../../../services/navigate'
import { page } from '../../../services/page'

const TITLES = { rule: '我们的规矩', wording: '文明用语', faq: '常问的' } as const
type Kind = keyof typeof TITLES

const isKind = (kind: string): kind is Kind => kind in TITLES

/** 制度、文明用语、问答: one line each, opened by a tap; what is not settled yet says 示例. */
page({
  data: { ...pageState(), kind: 'rule' as Kind, texts: [] as PublicText[], open: '' },
  methods: {
    onLoad({ kind = 'rule' }: { kind?: string }) {
      const known = isKind(kind) ? kind : 'rule'
      void wx.setNavigationBarTitle({ title: TITLES[known] })
      this.setData({ kind: known })
      void this.refresh()
    },
    async refresh() {
      const { kind } = this.data
      await load(this, {
        key: `texts:${kind}`,
        fetch: () => fetchTexts(kind),
        show: (texts: PublicText[]) => this.setData({ texts }),
      })
    },
    toggle(event: WechatMiniprogram.TouchEvent) {
      const id = String(event.currentTarget.dataset.id)
      this.setData({ open: this.data.open === id ? '' : id })
    },
    openItem(event: WechatMiniprogram.TouchEvent) {
      go(`/packages/guide/item/item?code=${String(event.currentTarget.dataset.code)}`)
    },
  },
})
