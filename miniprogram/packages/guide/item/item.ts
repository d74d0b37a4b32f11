import { fetchGuide, guideKey } from '../../../services/catalog'
import type { Guide } from '../../../services/catalog'
import { load, pageState } from '../../../services/load'
import { presenceOf } from '../../../services/presence'
import type { Presence } from '../../../services/presence'
import { rememberItem } from '../../../services/recent'
import { NO_TICKS, readTicks, toggleTick } from '../../../services/ticks'
import { guideView } from '../../../shared/guide-view'
import { go, replace } from '../../../services/navigate'
import { page } from '../../../services/page'

const NOBODY: Record<string, Presence | null> = {}

type View = ReturnType<typeof guideView>

/** 办事指南: what to bring, how long, what it costs, whom to ask. */
page({
  data: {
    ...pageState(),
    code: '',
    view: null as View | null,
    ticked: NO_TICKS,
    presences: NOBODY,
    ready: 0,
    all: 0,
  },
  methods: {
    onLoad({ code = '' }: { code?: string }) {
      this.setData({ code, ticked: readTicks(code) })
      void this.refresh()
    },
    async refresh() {
      const { code } = this.data
      await load(this, {
        key: guideKey(code),
        fetch: () => fetchGuide(code),
        show: (guide: Guide) => {
          rememberItem(guide.code)
          this.setData({ view: guideView(guide) })
          this.count()
          void this.lookWhoIsIn(guide)
        },
      })
    },
    /** 今天在不在: for the first few, behind the page. */
    async lookWhoIsIn({ people, unit }: Guide) {
      const presences: Record<string, Presence | null> = {}
      for (const { name } of people.slice(0, 3)) {
        presences[name] = await presenceOf(name, { departmentId: unit.id })
      }
      this.setData({ presences })
    },
    tick(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      const { code, ticked } = this.data
      this.setData({ ticked: toggleTick(code, ticked, event.detail.id) })
      this.count()
    },
    count() {
      const { view, ticked } = this.data
      const rows = [...(view?.bring ?? []), ...(view?.maybe ?? [])]
      this.setData({ all: rows.length, ready: rows.filter(({ id }) => ticked[id]).length })
    },
    book() {
      go(`/packages/booking/slots/slots?codes=${this.data.code}`)
    },
    handIn() {
      go(`/packages/case/submit/submit?code=${this.data.code}`)
    },
    openReplacement() {
      const other = this.data.view?.retired?.replacedBy
      if (other) replace(`/packages/guide/item/item?code=${other.code}`)
    },
    onShareAppMessage() {
      const { view, code } = this.data
      return {
        title: view ? `${view.name}：要带什么、找谁` : '办事指南',
        path: `/packages/guide/item/item?code=${code}`,
      }
    },
  },
})
