import { load, pageState } from '../../../services/load'
import { BOARD_KEY, fetchBoard } from '../../../services/office'
import type { Board } from '../../../services/office'
import { go } from '../../../services/navigate'
import { page } from '../../../services/page'
import { boardView } from './view'
import type { BoardView } from './view'

/** While somebody looks at it, what changed is there within five seconds. */
const LIVE_MS = 5_000

/** 看板: how much is open, late and unanswered, as sums; nobody is named, nothing is ranked. */
page({
  data: {
    ...pageState(),
    view: null as BoardView | null,
    refreshing: false,
  },
  methods: {
    onShow() {
      void this.refresh()
      this.onHide()
      Object.assign(this, { live: setInterval(() => void this.refresh(), LIVE_MS) })
    },
    onHide() {
      const { live } = this as unknown as { live?: number }
      if (live !== undefined) clearInterval(live)
    },
    onUnload() {
      this.onHide()
    },
    async refresh() {
      if (this.data.refreshing) return
      this.setData({ refreshing: true })
      await load(this, {
        key: BOARD_KEY,
        fetch: fetchBoard,
        show: (board: Board) => this.show(board),
      })
      this.setData({ refreshing: false })
    },
    /** Every five seconds the same again is drawn once. */
    show(board: Board) {
      const view = boardView(board)
      if (JSON.stringify(view) !== JSON.stringify(this.data.view)) this.setData({ view })
    },
    openMatter(event: WechatMiniprogram.TouchEvent) {
      go(`/packages/office/case/case?id=${String(event.currentTarget.dataset.id)}`)
    },
    openAgenda() {
      go('/packages/supervise/agenda/agenda')
    },
    openBulletins() {
      go('/packages/supervise/bulletin/bulletin')
    },
  },
})
