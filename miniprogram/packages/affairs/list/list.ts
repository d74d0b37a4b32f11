import { keptMe, me } from '../../../services/account'
import { load, loadMore, pageState } from '../../../services/load'
import { go, replace } from '../../../services/navigate'
import { page } from '../../../services/page'
import type { Row } from '../rows'
import { LISTS } from './lists'
import type { ListSpec, Page } from './lists'

/** 交办单、反映的事、调解、咨询: what is open, the way in, and what is over. */
page({
  data: {
    ...pageState(),
    kind: '',
    shown: false,
    busy: false,
    done: false,
    hasDone: false,
    count: '',
    rows: [] as Row[],
    next: null as string | null,
    add: '',
    more: null as ListSpec['more'],
    empty: { title: '', text: '' },
  },
  methods: {
    async onLoad({ kind = '' }: { kind?: string }) {
      const spec = LISTS[kind]
      if (!spec) {
        replace('/packages/affairs/list/list?kind=raised')
        return
      }
      void wx.setNavigationBarTitle({ title: spec.title })
      const { done: hasDone, more, empty } = spec
      this.setData({ kind, hasDone, more, empty })
      const roles = (keptMe() ?? (await me().catch(() => null)))?.account?.roles ?? []
      const needed = spec.add.roles
      const may = needed.length === 0 || needed.some((role) => (roles as string[]).includes(role))
      this.setData({ add: may ? spec.add.text : '' })
    },
    onShow() {
      void this.refresh()
    },
    async refresh() {
      const { kind, done } = this.data
      const spec = LISTS[kind]
      if (!spec) return
      await load(this, {
        key: `affairs:${kind}:${String(done)}`,
        fetch: () => spec.fetch(done),
        show: ({ rows, next, count }: Page) =>
          this.setData({ shown: true, rows: [...rows], next, count }),
      })
    },
    async showMore() {
      const { kind, done, next, rows } = this.data
      const spec = LISTS[kind]
      if (!spec || !next) return
      await loadMore(this, async () => {
        const after = await spec.fetch(done, next)
        return { rows: [...rows, ...after.rows], next: after.next }
      })
    },
    async pick(event: WechatMiniprogram.TouchEvent) {
      const done = event.currentTarget.dataset.done === true
      if (done === this.data.done) return
      this.setData({ ...pageState(), done, shown: false, rows: [], next: null })
      await this.refresh()
    },
    open(event: WechatMiniprogram.TouchEvent) {
      go(String(event.currentTarget.dataset.url))
    },
    addOne() {
      go(`/packages/affairs/form/form?form=${LISTS[this.data.kind]?.add.form ?? ''}`)
    },
    goMore() {
      if (this.data.more) go(this.data.more.url)
    },
  },
})
