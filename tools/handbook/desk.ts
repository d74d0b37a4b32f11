/** 工作台卡 for every window, with the code that leads to its rating; 评价卡 for people without a phone. */
import { RATING_LEVELS } from '../../cloudfunctions/core/domain/rating'
import { RATING_REASONS } from '../../miniprogram/shared/rating-words'
import { HILLS, styleSheet } from './assets'
import { html, raw } from './html'
import type { Html } from './html'
import { qrPicture } from './qr'
import type { Handbook } from './source'

/** Numbers printed on paper cards: each counts for one matter, so no number is printed twice. */
export interface CardNumbers {
  readonly from: number
  readonly to: number
}

const MOST_CARDS = 2000
/** A4 cut twice. */
const CARDS_A_SHEET = 4
const DIGITS = 5

/** `1-200`, or null when it is no such thing. */
export function parseCardNumbers(text: string): CardNumbers | null {
  const [, first = '', last = ''] = /^(\d{1,8})-(\d{1,8})$/.exec(text) ?? []
  const numbers = { from: Number(first), to: Number(last) }
  const count = numbers.to - numbers.from + 1
  return first !== '' && count >= 1 && count <= MOST_CARDS ? numbers : null
}

/** `3号窗口 社会保障`: the number that the code carries, and what is read from afar. */
const WINDOW = /^(\d{1,2})号\S*\s*(.*)$/

export const windowsWithNumber = ({ windows }: Handbook): readonly string[] =>
  windows.filter((name) => WINDOW.test(name))

export function deskHtml(book: Handbook, link: string, cards: CardNumbers | null): string {
  const numbers = cards
    ? Array.from({ length: cards.to - cards.from + 1 }, (_, n) => cards.from + n)
    : []
  const sheets = Array.from({ length: Math.ceil(numbers.length / CARDS_A_SHEET) }, (_, n) =>
    numbers.slice(n * CARDS_A_SHEET, (n + 1) * CARDS_A_SHEET),
  )
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <title>${book.township.name}桌卡</title>
        <style>
          ${raw(styleSheet('desk'))}
        </style>
      </head>
      <body>
        ${windowsWithNumber(book).map((name) => deskCard(book, name, link))}
        ${sheets.map(
          (sheet) =>
            html`<section class="page sheet">
              ${sheet.map((number) => ratingCard(book, number))}
            </section>`,
        )}
      </body>
    </html>`.text
}

function deskCard({ township, places }: Handbook, name: string, link: string): Html {
  const hall = places.find(({ kind }) => kind === 'hall')
  const [, number = '', what = ''] = WINDOW.exec(name) ?? []
  return html`<section class="page desk">
    <div class="hills">${raw(HILLS)}</div>
    <div class="words">
      <div class="where">${hall?.name}</div>
      <h1><b>${number}</b>号窗口</h1>
      <div class="what">${what}</div>
      <p>接待得怎么样，好的坏的都能说，不评也没关系。办事的人看不到是谁评的。</p>
      <p class="watch">
        没有手机，拿一张评价卡。有人刁难、收了钱，打监督电话 <b>${township.supervisorPhone}</b>
      </p>
      ${township.sample && html`<span class="sample">示例，电话请勿拨打</span>`}
    </div>
    <div class="code">
      <div class="qr">${qrPicture(`w=${number}`, link)}</div>
      <div>微信扫一扫，评一评</div>
    </div>
  </section>`
}

/** From the friendliest to the worst, as on the phone. */
const LEVELS = [5, 4, 3, 2, 1] as const
/** How far the corners of the mouth lie above its middle. */
const SMILE = { 5: 9, 4: 5, 3: 0, 2: -5, 1: -9 } as const

const face = (level: (typeof LEVELS)[number]): Html => {
  const middle = 22 + SMILE[level]
  return raw(
    `<svg viewBox="0 0 34 34"><circle cx="17" cy="17" r="15"/><path d="M11 13h.1M23 13h.1"/><path d="M10 22Q17 ${String(middle)} 24 22"/></svg>`,
  )
}

function ratingCard({ township }: Handbook, number: number): Html {
  const boxes = (words: readonly string[]) => words.map((word) => html`<span>□ ${word}</span>`)
  return html`<article class="card">
    <header><b>评价卡</b><span>卡上的编号 ${String(number).padStart(DIGITS, '0')}</span></header>
    <div class="line">办的事，单子上的编号：</div>
    <div class="faces">
      ${LEVELS.map(
        (level) =>
          html`<div class="face">${face(level)}<span>□ ${RATING_LEVELS[level]}</span></div>`,
      )}
    </div>
    <div class="reasons">${boxes(RATING_REASONS.good)}</div>
    <div class="reasons">${boxes(RATING_REASONS.bad)}</div>
    <div class="line">想说的话（不写也行）：</div>
    <div class="line"></div>
    <div class="small">□ 这些话可以给办事的人看</div>
    <footer>
      折好放进意见箱，或者交给代办员。由另一个单位的人录，不用写名字。监督电话
      ${township.supervisorPhone}
    </footer>
  </article>`
}
