import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { PreviewBrowser } from './support/preview-browser'

let preview: PreviewBrowser

beforeAll(async () => {
  preview = await PreviewBrowser.start()
}, 30_000)
afterAll(() => preview.stop())

interface Axe {
  run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
}

const axeCode = readFileSync(join(__dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8')

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeCode)
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: Axe }).axe.run({ iframes: false }),
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

test('built-in controls and the bars around a page', async () => {
  const phone = await preview.newPhone()
  await preview.show(phone, '/pages/form/form')
  expect(await violations(phone)).toEqual([])
})

test('a dialog', async () => {
  const phone = await preview.newPhone()
  await preview.show(phone)
  await phone.getByRole('button', { name: '订阅' }).click()
  await phone.getByRole('dialog').waitFor()
  expect(await violations(phone)).toEqual([])
})

test('the desk', async () => {
  expect(await violations(await preview.desk())).toEqual([])
})
