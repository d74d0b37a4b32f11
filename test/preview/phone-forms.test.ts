import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { PreviewBrowser } from './support/preview-browser'

let preview: PreviewBrowser
let phone: Page

beforeAll(async () => {
  preview = await PreviewBrowser.start()
  phone = await preview.newPhone()
}, 30_000)
afterAll(() => preview.stop())
beforeEach(async () => {
  await preview.forget(phone)
  await preview.show(phone, '/pages/form/form')
})

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const shown = (id: string): Promise<string | null> => phone.locator(`#${id}`).textContent()
const press = (name: string): Promise<void> =>
  phone.getByRole('button', { name, exact: true }).click()

describe('built-in controls', () => {
  test('model:value goes both ways', async () => {
    await phone.getByPlaceholder('姓名').fill('覃建国')
    expect(await shown('typed')).toBe('覃建国')
  })

  test('the placeholder wears the class of the page', async () => {
    const hint = phone.locator('wx-input .field-placeholder.hint').first()
    expect(await hint.evaluate((element) => getComputedStyle(element).color)).toBe(
      'rgb(90, 90, 90)',
    )
  })

  test('a form collects every named control', async () => {
    await phone.getByPlaceholder('姓名').fill('覃大旺')
    await phone.getByPlaceholder('说明').fill('高龄津贴')
    await phone.getByText('身份证').click()
    await phone.getByText('拍照').click()
    await phone.getByRole('switch', { name: '同意' }).click()
    await press('交')
    expect(JSON.parse((await shown('submitted')) ?? '')).toEqual({
      name: '覃大旺',
      note: '高龄津贴',
      papers: ['id', 'book'],
      how: 'photo',
      agree: true,
      village: 0,
    })
  })

  test('reset empties the form and tells the page', async () => {
    await phone.getByPlaceholder('姓名').fill('覃大旺')
    await press('清空')
    expect(await shown('submitted')).toBe('清空了')
    expect(await phone.getByPlaceholder('姓名').inputValue()).toBe('')
  })

  test('a picker offers its range and can be cancelled', async () => {
    await phone.locator('#village').click()
    await phone.getByRole('dialog').getByRole('listbox').selectOption('青山村')
    await press('取消')
    expect(await shown('village')).toBe('村：羊子垭村')
    await phone.locator('#village').click()
    await phone.getByRole('dialog').getByRole('listbox').selectOption('青山村')
    await press('确定')
    expect(await shown('village')).toBe('村：青山村')
  })

  test('a date picker keeps to its bounds', async () => {
    await phone.locator('#date').click()
    const field = phone.getByLabel('日期', { exact: true })
    expect(await field.getAttribute('max')).toBe('2027-12-31')
    await field.fill('2026-12-01')
    await press('确定')
    expect(await shown('date')).toBe('日期：2026-12-01')
  })

  test('a region picker answers with names', async () => {
    await phone.locator('#region').click()
    await phone.getByLabel('县').selectOption('石门县')
    await press('确定')
    expect(await shown('region')).toBe('湖南省-常德市-石门县')
  })
})

describe('TDesign', () => {
  test('input', async () => {
    await phone.getByPlaceholder('手机号').fill('13800000000')
    expect(await shown('phone')).toBe('13800000000')
  })

  test('tabs', async () => {
    expect(await phone.locator('#panel-1').isVisible()).toBe(false)
    await phone.getByText('已办好').click()
    await phone.locator('#panel-1').waitFor()
  })

  test('cell', async () => {
    await phone.getByText('单元格').click()
    expect(await shown('submitted')).toBe('点了单元格')
  })

  test('popup opens and closes by a tap beside it', async () => {
    await press('弹层')
    await phone.getByText('弹层里面').waitFor()
    await phone.mouse.click(180, 150)
    await phone.getByText('弹层里面').waitFor({ state: 'hidden' })
  })

  test('dialog', async () => {
    await press('对话框')
    await phone.getByText('号会让给别人').waitFor()
    await press('不去了')
    expect(await shown('submitted')).toBe('确认了')
  })

  test('upload takes a file of the computer', async () => {
    await phone.locator('[class*=upload__add]').first().click()
    await phone
      .getByLabel('拍照或选照片：选文件')
      .setInputFiles({ name: 'id.png', mimeType: 'image/png', buffer: PICTURE })
    await phone.waitForFunction(() => document.querySelectorAll('img[src^="blob:"]').length === 1)
  })

  test('icons are drawn from local files', async () => {
    const icon = phone.locator('[class*=t-icon-home]').first()
    const mask = await icon.evaluate((element) => {
      const style = getComputedStyle(element, '::before')
      return style.maskImage || style.webkitMaskImage
    })
    expect(mask).toContain('/icons/home.svg')
  })
})
