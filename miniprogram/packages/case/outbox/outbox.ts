import { act, actState } from '../../../services/act'
import { goTab, replace } from '../../../services/navigate'
import { page } from '../../../services/page'
import {
  followOutbox,
  forgetPhotos,
  mendPiece,
  outbox,
  pieceOf,
  takePiece,
} from '../../../services/outbox'
import type { Piece } from '../../../services/outbox'
import { isSending, sendWaiting } from '../../../services/sending'
import { pieceCard } from './view'
import type { PieceCard } from './view'

const DROP = {
  title: '不送了？',
  content: '填的和拍的都会删掉。要办可以再填一次，或者直接去窗口。',
  confirmText: '不送了',
  cancelText: '留着',
}

/** 等信号的: what waits, what became of it, and what can be done about it. */
page({
  data: {
    ...actState(),
    cards: [] as PieceCard[],
    /** Just put here, because there was no signal. */
    kept: false,
    waiting: 0,
    result: '',
  },
  methods: {
    onLoad({ kept = '' }: { kept?: string }) {
      this.setData({ kept: kept !== '' })
      Object.assign(this, { stop: followOutbox(() => this.show()) })
      this.show()
    },
    onUnload() {
      ;(this as unknown as { stop?: () => void }).stop?.()
    },
    show() {
      const pieces = outbox()
      const waiting = pieces.filter(({ state }) => state === 'waiting').length
      this.setData({ cards: pieces.map((piece) => pieceCard(piece)), waiting })
      if (waiting === 0) this.setData({ kept: false })
    },
    async sendNow() {
      this.setData({ result: '' })
      await act(this, { failed: '没送出去', kept: '都存着', again: '' }, async () => {
        const sent = await sendWaiting()
        if (sent === 0 && this.data.waiting > 0) {
          this.setData({ result: '还没有信号。都存着，有信号会自动送出。' })
        }
      })
    },
    /** The piece that was tapped; undefined while it is on its way or gone meanwhile. */
    tapped(event: WechatMiniprogram.TouchEvent): Piece | undefined {
      if (isSending()) {
        this.setData({ result: '正在送，等一下' })
        return undefined
      }
      return pieceOf(String(event.currentTarget.dataset.id))
    },
    mend(event: WechatMiniprogram.TouchEvent) {
      const piece = this.tapped(event)
      if (piece) replace(mendPiece(piece))
    },
    async drop(event: WechatMiniprogram.TouchEvent) {
      const { confirm } = await wx.showModal(DROP)
      const piece = confirm ? this.tapped(event) : undefined
      if (!piece) return
      forgetPhotos(piece)
      takePiece(piece.id)
    },
    seen(event: WechatMiniprogram.TouchEvent) {
      const piece = this.tapped(event)
      if (!piece) return
      takePiece(piece.id)
      const { answer, action, input } = piece
      const id = answer?.id ?? ('id' in input ? input.id : '')
      const from = action === 'intake' ? '&from=office' : ''
      if (answer) replace(`/packages/case/receipt/receipt?id=${id}${from}`)
      else replace(`/packages/case/progress/progress?id=${id}`)
    },
    toProgress() {
      goTab('/pages/progress/progress')
    },
    goHome() {
      goTab('/pages/home/home')
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
  },
})
