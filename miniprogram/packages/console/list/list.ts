import { keptMe, me } from '../../../services/account'
import { act, actState } from '../../../services/act'
import { load, loadMore, pageState } from '../../../services/load'
import { go, replace } from '../../../services/navigate'
import { page } from '../../../services/page'
import { newRequestId } from '../../../services/request-id'
import type { Choice } from '../../../shared/form/fields'
import type { Row } from '../rows'
import { LISTS } from './lists'
import type { Asked, ListSpec, Page } from './lists'

/** So many rows are drawn at once: more no old phone scrolls well. */
const DRAWN = 30
const WORDS = { failed: '没办成', kept: '什么都没变', again: '再试一次' }

/** 事项、地方、文字、公示、培训: found, opened, added. */
page({
  data: {
    ...pageState(),
    ...actState(),
    kind: '',
    id: '',
    filters: [] as readonly Choice[],
    filter: '',
    search: false,
    query: '',
    shown: false,
    rows: [] as Row[],
    /** How many more there are than are drawn. */
    hidden: 0,
    drawn: DRAWN,
    next: null as string | null,
    add: '',
    empty: { title: '', text: '' },
    asking: null as { id: string; title: string; text: string; word: string } | null,
  },
  methods: {
    async onLoad({ kind = '', id = '' }: Record<string, string | undefined>) {
      const spec = LISTS[kind]
      if (!spec) return replace('/packages/office/me/me')
      void wx.setNavigationBarTitle({ title: spec.title })
      const { filters, search, empty } = spec
      this.setData({ kind, id, filters, search, empty, filter: filters[0]?.key ?? '' })
      const roles: readonly string[] =
        (keptMe() ?? (await me().catch(() => null)))?.account?.roles ?? []
      const { text, roles: needed } = spec.add
      this.setData({ add: needed.some((role) => roles.includes(role)) ? text : '' })
    },
    onShow() {
      void this.refresh()
    },
    spec(): ListSpec | undefined {
      return LISTS[this.data.kind]
    },
    asked(): Asked {
      const { id, filter } = this.data
      return { id, filter }
    },
    async refresh() {
      const spec = this.spec()
      if (!spec) return
      const { kind, id, filter } = this.data
      await load(this, {
        key: `console:list:${kind}:${id}:${filter}`,
        fetch: () => spec.fetch(this.asked()),
        show: ({ rows, next }: Page) => {
          Object.assign(this, { all_: rows })
          this.setData({ shown: true, next })
          this.draw()
        },
      })
    },
    all(): readonly Row[] {
      return (this as unknown as { all_?: readonly Row[] }).all_ ?? []
    },
    draw() {
      const query = this.data.query.trim()
      const found = this.all().filter(({ title, note }) => `${title}${note}`.includes(query))
      const rows = found.slice(0, this.data.drawn)
      this.setData({ rows, hidden: found.length - rows.length })
    },
    type(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ query: event.detail.value, drawn: DRAWN })
      this.draw()
    },
    async showMore() {
      if (this.data.hidden > 0) {
        this.setData({ drawn: this.data.drawn + DRAWN })
        return this.draw()
      }
      const [spec, cursor] = [this.spec(), this.data.next]
      if (!spec || !cursor) return
      await loadMore(this, async () => {
        const after = await spec.fetch({ ...this.asked(), cursor })
        Object.assign(this, { all_: [...this.all(), ...after.rows] })
        return { next: after.next, drawn: this.data.drawn + DRAWN }
      })
      this.draw()
    },
    async pick(event: WechatMiniprogram.TouchEvent) {
      const filter = String(event.currentTarget.dataset.key)
      if (filter === this.data.filter) return
      this.setData({ ...pageState(), filter, shown: false, rows: [], next: null, drawn: DRAWN })
      await this.refresh()
    },
    open(event: WechatMiniprogram.TouchEvent) {
      const { url } = event.currentTarget.dataset as { url: string }
      if (url) go(url)
    },
    addOne() {
      const url = this.spec()?.add.url(this.asked())
      if (url) go(url)
    },
    async actOn(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: string }
      const row = this.all().find((one) => one.id === id)
      const ask = this.spec()?.act?.ask ?? ''
      Object.assign(this, { request: { id, requestId: newRequestId() } })
      if (!row || !ask) return this.send()
      this.setData({ asking: { id, title: row.title, text: ask, word: row.act } })
    },
    closeAsking() {
      this.setData({ asking: null })
    },
    /** The same request again, when the answer was lost. */
    async send() {
      const { request } = this as unknown as { request?: { id: string; requestId: string } }
      const spec = this.spec()
      if (!request || !spec?.act) return
      const { send } = spec.act
      const done = await act(this, WORDS, () => send(request.id, request.requestId))
      this.setData({ asking: null })
      if (done) await this.refresh()
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
  },
})
