import { load, pageState } from '../../../services/load'
import { BOARD_KEY, fetchBoard } from '../../../services/office'
import type { Board } from '../../../services/office'
import { page } from '../../../services/page'
import { boardView } from './view'
import type { BoardView } from './view'

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
    },
    async refresh() {
      if (this.data.refreshing) return
      this.setData({ refreshing: true })
      await load(this, {
        key: BOARD_KEY,
        fetch: fetchBoard,
        show: (board: Board) => this.setData({ view: boardView(board) }),
      })
      this.setData({ refreshing: false })
    },
  },
})
