import { load, pageState } from '../../../services/load'
import { go, replace } from '../../../services/navigate'
import { page } from '../../../services/page'
import { KINDS } from './view'
import type { MatterView } from './view'

/** One order, issue or mediation: where it stands, what was said, what can be done now. */
page({
  data: { ...pageState(), kind: '', id: '', view: null as MatterView | null },
  methods: {
    onLoad({ kind = '', id = '' }: { kind?: string; id?: string }) {
      const spec = KINDS[kind]
      if (!spec) {
        replace('/packages/affairs/list/list?kind=raised')
        return
      }
      void wx.setNavigationBarTitle({ title: spec.title })
      this.setData({ kind, id })
    },
    onShow() {
      void this.refresh()
    },
    async refresh() {
      const { kind, id } = this.data
      const spec = KINDS[kind]
      if (!spec) return
      await load(this, {
        key: `affairs:${kind}:${id}`,
        fetch: () => spec.fetch(id),
        show: (view: MatterView) => this.setData({ view }),
      })
    },
    take(event: WechatMiniprogram.TouchEvent) {
      const { kind, id } = this.data
      const form = String(event.currentTarget.dataset.form)
      go(`/packages/affairs/form/form?form=${form}&kind=${kind}&id=${id}`)
    },
    open(event: WechatMiniprogram.TouchEvent) {
      go(String(event.currentTarget.dataset.url))
    },
  },
})
