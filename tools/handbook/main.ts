/** Prints 《百事通》 and the posters with Chromium; see tools/handbook.mjs. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { businessDate } from '../../miniprogram/shared/dates'
import { ROOT } from './assets'
import { bookHtml } from './book'
import { deskHtml, parseCardNumbers, windowsWithNumber } from './desk'
import { layBook, OVERFULL_DESKS, OVERFULL_POSTERS } from './layout'
import { posterHtml } from './poster'
import { handbookOfCloud, handbookOfFiles } from './source'
import type { Handbook } from './source'

const USAGE = `用法：npm run handbook -- [选项]
  --seed DIR     乡里的数据文件（默认 seed/data）
  --url URL      从正在运行的云取，带着管理员改过的（如 http://127.0.0.1:5230）
  --township ID  和 --url 一起用：哪个乡
  --link URL     二维码的网址，在公众平台配成“扫普通链接二维码打开小程序”
  --out DIR      放到哪里（默认 dist/handbook）
  --cards 1-200  再印这些号的纸质评价卡（一号只用一次，下次接着往后印）
  --book-only    只印书，不印海报和桌卡`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: path.join(ROOT, 'seed/data') },
      url: { type: 'string' },
      township: { type: 'string' },
      link: { type: 'string', default: '' },
      out: { type: 'string', default: path.join(ROOT, 'dist/handbook') },
      cards: { type: 'string' },
      'book-only': { type: 'boolean', default: false },
    },
  })
  const cards = values.cards === undefined ? null : parseCardNumbers(values.cards)
  if (values.cards !== undefined && !cards)
    throw new Error('--cards 要写成 1-200 这样，一次最多2000张')
  const started = performance.now()
  const book =
    values.url === undefined
      ? handbookOfFiles(values.seed)
      : await handbookOfCloud(values.url, values.township)
  mkdirSync(values.out, { recursive: true })
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const file = path.join(values.out, `${book.township.name}百事通.pdf`)
    const pages = await printBook(browser, book, values.link, file)
    say(`${file}（A5，${String(pages)}页，${String(book.items.length)}项）`)
    if (!values['book-only']) {
      const posters = path.join(values.out, `${book.township.name}村室海报.pdf`)
      const villages = await printPosters(browser, book, values.link, posters)
      say(`${posters}（A3，${String(villages)}个村，每村2页）`)
      const desks = path.join(values.out, `${book.township.name}桌卡.pdf`)
      await printDesks(browser, deskHtml(book, values.link, cards), desks)
      const printed = String(windowsWithNumber(book).length)
      say(`${desks}（A5，${printed}个窗口${cards ? `；A4，评价卡${values.cards ?? ''}` : ''}）`)
    }
  } finally {
    await browser.close()
  }
  say(`用了${String(Math.round((performance.now() - started) / 1000))}秒。`)
}

async function printBook(
  browser: Browser,
  book: Handbook,
  link: string,
  file: string,
): Promise<number> {
  const page = await browser.newPage()
  await page.setContent(bookHtml(book, { link, printedOn: spokenYear(businessDate(new Date())) }))
  const laid = await layBook(page)
  refuseOverfull(laid.overfull)
  writeFileSync(
    file,
    await page.pdf({ preferCSSPageSize: true, printBackground: true, outline: true, tagged: true }),
  )
  await page.close()
  return laid.pages
}

/** What would be cut off is never printed in silence. */
function refuseOverfull(places: readonly string[]): void {
  if (places.length === 0) return
  throw new Error(`这几处一页放不下，请把文字写短些，或者分成几条：${places.join('；')}`)
}

async function printPosters(
  browser: Browser,
  book: Handbook,
  link: string,
  file: string,
): Promise<number> {
  const villages = book.places.filter(({ kind }) => kind === 'village')
  const page = await browser.newPage()
  await page.setContent(posterHtml(book, villages, link))
  refuseOverfull((await page.evaluate<unknown>(OVERFULL_POSTERS)) as string[])
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  await page.close()
  return villages.length
}

async function printDesks(browser: Browser, content: string, file: string): Promise<void> {
  const page = await browser.newPage()
  await page.setContent(content)
  refuseOverfull((await page.evaluate<unknown>(OVERFULL_DESKS)) as string[])
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  await page.close()
}

function spokenYear(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${String(year)}年${String(month)}月${String(day)}日`
}

const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

main().catch((error: unknown) => {
  const known = error instanceof Error
  const isOption = known && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  process.stderr.write(`${isOption ? USAGE : known ? error.message : String(error)}\n`)
  process.exit(1)
})
