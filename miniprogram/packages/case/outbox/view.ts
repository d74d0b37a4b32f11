/** 等信号的: one card for each thing that was handed in and has not been looked at since. */
import { sayWhen } from '../../../services/load'
import type { Piece } from '../../../services/outbox'

const STATES = {
  waiting: { tone: 'warn', icon: 'wifi-off', tag: '等信号' },
  refused: { tone: 'act', icon: 'error-circle', tag: '没送成' },
  sent: { tone: 'ok', icon: 'check-circle', tag: '送到了' },
} as const

export interface PieceCard {
  readonly id: string
  readonly title: string
  readonly state: Piece['state']
  readonly tone: string
  readonly icon: string
  readonly tag: string
  readonly lines: readonly string[]
  /** 编号 and 查询码, once the answer is there. */
  readonly number: string
  readonly queryCode: string
  /** It had arrived before and was changed since: nothing can be mended here. */
  readonly arrivedBefore: boolean
}

export function pieceCard(piece: Piece, now = new Date()): PieceCard {
  const { id, title, state, answer, code } = piece
  return {
    id,
    title,
    state,
    ...STATES[state],
    lines: linesOf(piece, now).filter(Boolean),
    number: answer?.number ?? '',
    queryCode: answer?.queryCode ?? '',
    arrivedBefore: code === 'CONFLICT',
  }
}

function linesOf({ state, at, why, photos, answer }: Piece, now: Date): string[] {
  if (state === 'sent') return [answer ? '' : '补的材料送到了，窗口在看', why]
  if (state === 'refused') return [why, '填的和拍的都在，没有丢。']
  const photo =
    photos.length > 0
      ? `还有${String(photos.length)}张照片没传。急着交，点“修改”，照片选“自己带”。`
      : ''
  return [`${sayWhen(at, now)}存的`, photo, why]
}
