/** 《百事通》 on paper: page numbers that are true, nothing cut off, everybody's phone in it. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { bookHtml } from '../../tools/handbook/book'
import { deskHtml, parseCardNumbers } from '../../tools/handbook/desk'
import { layBook, OVERFULL_DESKS, OVERFULL_POSTERS } from '../../tools/handbook/layout'
import type { Laid } from '../../tools/handbook/layout'
import { posterHtml } from '../../tools/handbook/poster'
import { handbookOfFiles } from '../../tools/handbook/source'

const book = handbookOfFiles(join(__dirname, '../../seed/data'))
const villages = book.places.filter(({ kind }) => kind === 'village')

let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })
})
afterAll(() => browser.close())

describe('the book', () => {
  let page: Page
  let laid: Laid

  beforeAll(async () => {
    page = await browser.newPage()
    await page.setContent(bookHtml(book, { link: '', printedOn: '2026年11月24日' }))
    laid = await layBook(page)
  })

  test('nothing is cut off, and it fills whole sheets', () => {
    expect(laid.overfull).toEqual([])
    expect(laid.pages % 4).toBe(0)
  })

  test('every matter is in it, on the page that the contents say', async () => {
    expect(Object.keys(laid.marks)).toEqual(
      expect.arrayContaining(book.items.map(({ code }) => code)),
    )
    const titles = await page.evaluate<[string, number, number][]>(`
      [...document.querySelectorAll('.item-head')].map((head) => [
        head.querySelector('.item-code').textContent,
        Number(head.closest('.page').querySelector('footer').textContent),
        head.querySelectorAll('.qr svg').length,
      ])`)
    expect(titles).toHaveLength(book.items.length)
    for (const [code, number, pictures] of titles) {
      expect([code, number, pictures]).toEqual([code, laid.marks[code], 1])
    }
    const said = await page.evaluate<[string, string][]>(`
      [...document.querySelectorAll('[data-page-of]')].map((one) => [one.dataset.pageOf, one.textContent])
    `)
    for (const [mark, number] of said)
      expect([mark, number]).toEqual([mark, String(laid.marks[mark])])
  })

  test('odd pages lie on the right, and page 1 is one', async () => {
    const sides = await page.evaluate<[number, number][]>(`
      [...document.querySelectorAll('.page')].map((one, at) => [
        at, Number(one.querySelector('footer')?.textContent ?? 0)])`)
    for (const [at, number] of sides.filter(([, shown]) => shown > 0)) {
      expect(at % 2).toBe((number + 1) % 2)
    }
  })

  test('has the phone of every unit and every agent, and no letters too small for old eyes', async () => {
    const text = await page.locator('body').innerText()
    for (const { unit } of book.items) expect(text).toContain(unit.phone)
    for (const { agent } of villages) expect(text).toContain(agent?.phone)
    const smallest = await page.evaluate(`Math.min(...[...document.querySelectorAll('.block *')]
      .map((one) => parseFloat(getComputedStyle(one).fontSize)))`)
    expect(Number(smallest)).toBeGreaterThanOrEqual(14)
  })
})

test('what somebody writes into the catalogue stays text', async () => {
  const [first] = book.items
  if (!first) throw new Error('no items')
  const item = { ...first, name: '<img src=x onerror="document.title=1">' }
  const page = await browser.newPage()
  await page.setContent(bookHtml({ ...book, items: [item] }, { link: '', printedOn: '' }))
  await layBook(page)
  expect(await page.locator('.item-head img').count()).toBe(0)
  expect(await page.locator('.item-head h1').innerText()).toBe(item.name)
})

test('posters: two pages for every village, each with its own agent, nothing cut off', async () => {
  const page = await browser.newPage()
  await page.setContent(posterHtml(book, villages, 'https://example.org/m'))
  expect(await page.evaluate(OVERFULL_POSTERS)).toEqual([])
  expect(await page.locator('.page').count()).toBe(villages.length * 2)
  const text = await page.locator('body').innerText()
  for (const { agent } of villages) expect(text).toContain(agent?.name)
})

test('desk cards: one a window with its own code; paper cards with a number each, nothing cut off', async () => {
  const page = await browser.newPage()
  await page.setContent(deskHtml(book, 'https://example.org/m', { from: 98, to: 102 }))
  expect(await page.evaluate(OVERFULL_DESKS)).toEqual([])
  expect(await page.locator('.desk h1').allInnerTexts()).toEqual(
    Array.from({ length: 8 }, (_, n) => `${String(n + 1)}号窗口`),
  )
  expect(await page.locator('.desk .qr svg').count()).toBe(8)
  const numbers = await page.locator('.card header span').allInnerTexts()
  expect(numbers.map((text) => text.replace(/\D/g, ''))).toEqual([
    '00098',
    '00099',
    '00100',
    '00101',
    '00102',
  ])
  expect(await page.locator('.sheet').count()).toBe(2)
})

test.each([
  ['1-200', { from: 1, to: 200 }],
  ['201-201', { from: 201, to: 201 }],
  ['5-1', null],
  ['1-2001', null],
  ['all', null],
])('numbers of paper cards: %s', (text, numbers) => {
  expect(parseCardNumbers(text)).toEqual(numbers)
})
