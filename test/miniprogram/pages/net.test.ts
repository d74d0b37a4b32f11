/** What nobody expected: a sentence with a way on, on every page; nothing that was filled in is lost. */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CASE, GUIDE, HOME, ME, refusal } from '../support/answers'
import { newPhone, open, ROOT, settle, show, textOf } from '../support/simulate'
import type { Phone } from '../support/simulate'

interface Fault {
  title: string
  text: string
}

let phone: Phone
const answer = (again: boolean) => ({ detail: { again } }) as never
const changed = (value: unknown) => ({ detail: value }) as never
const faultOf = (page: { instance: { data: Record<string, unknown> } }) =>
  page.instance.data.fault as Fault | null

beforeEach(() => {
  // What went wrong is also written down for whoever looks after it.
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  phone = newPhone()
  phone.on('catalog.home', () => HOME)
  phone.on('catalog.guide', () => ({ item: GUIDE }))
  phone.on('account.me', () => ME)
})
afterEach(() => {
  jest.restoreAllMocks()
  document.body.replaceChildren()
})

/** The page's own helper breaks, once. */
function breakOnce(page: Awaited<ReturnType<typeof open>>, method: string): void {
  const { [method]: whole } = page.instance
  page.instance[method] = () => {
    page.instance[method] = whole as never
    throw new TypeError('x is undefined')
  }
}

describe('the net below the pages', () => {
  it('says what now when a tap breaks, keeps the form, and does it again', async () => {
    const page = await open('packages/case/submit/submit', { code: 'MZ-05' })
    await settle(60)
    page.instance.typeNote?.(changed({ value: '老人走不动' }))
    breakOnce(page, 'changeForm')
    page.instance.bring?.({ currentTarget: { dataset: { key: 'id-card' } } } as never)
    // `bring` calls `setPaper` calls `changeForm`: the outermost answers, once.
    expect(faultOf(page)).toMatchObject({ title: '这一步没做成' })
    await settle()
    expect(textOf(page)).toContain('您填的都在')
    expect(textOf(page)).not.toContain('undefined')
    page.instance.answerFault?.(answer(true))
    expect(faultOf(page)).toBeNull()
    expect(page.instance.data.form).toMatchObject({
      note: '老人走不动',
      papers: { 'id-card': { state: 'bring' } },
    })
    const later = await open('packages/case/submit/submit', { code: 'MZ-05' })
    await settle(60)
    expect(later.instance.data.form).toMatchObject({ note: '老人走不动' })
  })

  it('catches what breaks later, and can be put away', async () => {
    const page = await open('packages/case/track/track')
    page.instance.setData = (change: object) => {
      if ('busy' in change) throw new TypeError('x is undefined')
      Object.assign(page.instance.data, change)
    }
    Object.assign(page.instance.data, { number: '1124615852', code: '955764' })
    await expect(page.instance.look?.()).rejects.toThrow(TypeError)
    expect(faultOf(page)).toMatchObject({ title: '这一步没做成' })
    page.instance.answerFault?.(answer(false))
    expect(faultOf(page)).toBeNull()
  })

  it('stands in place of a page that could not even begin', async () => {
    const page = await show('packages/case/progress/progress')
    phone.on('case.detail', () => ({ case: CASE }))
    breakOnce(page, 'refresh')
    page.instance.onShow?.()
    await settle(60)
    expect(textOf(page)).toContain('这一步没做成')
    expect(textOf(page)).toContain('0736-0000001')
    page.instance.answerFault?.(answer(true))
    await settle(80)
    expect(textOf(page)).toContain('蒋福生')
  })

  it('says what the server said when that is what broke', async () => {
    const { CallError } = await import('../../../miniprogram/services/call')
    const { faultOf: say } = await import('../../../miniprogram/services/page')
    expect(say(new CallError('CONFLICT', '没记上，请再点一次。'))).toMatchObject({
      text: '没记上，请再点一次。',
      again: '再试一次',
    })
  })

  it('is below every page, and every page shows it', () => {
    const app = JSON.parse(readFileSync(join(ROOT, 'app.json'), 'utf8')) as {
      pages: string[]
      subpackages: { root: string; pages: string[] }[]
    }
    const pages = [
      ...app.pages,
      ...app.subpackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
    ]
    for (const page of pages) {
      expect(readFileSync(join(ROOT, `${page}.ts`), 'utf8')).toMatch(/^page\(\{/m)
      expect(readFileSync(join(ROOT, `${page}.wxml`), 'utf8')).toContain('bind:fault="answerFault"')
    }
  })
})

describe('first data', () => {
  it('drops what is kept and cannot be shown any more, and fetches it anew', async () => {
    phone.on('case.detail', () => ({ case: CASE }))
    phone.stored.set('cache1:case:c1', { data: { what: 'an older app kept' }, at: Date.now() })
    const page = await open('packages/case/progress/progress', { id: 'c1' })
    await settle(80)
    expect(page.instance.data.status).toBe('ready')
    expect(textOf(page)).toContain('蒋福生')
  })

  it.each([
    ['NOT_FOUND', '回首页', '/pages/home/home'],
    ['FORBIDDEN', '回首页', '/pages/home/home'],
    ['UNAUTHENTICATED', '去登记', '/packages/help/register/register'],
  ])('%s is no dead end: %s', async (code, word, url) => {
    phone.on('case.detail', () => refusal(code, '说清楚了。'))
    const page = await open('packages/case/progress/progress', { id: 'c1' })
    await settle(80)
    expect(textOf(page)).toContain(word)
    expect(textOf(page)).not.toContain('再试一次')
    expect(page.instance.data.problem).toMatchObject({ way: { url } })
  })
})
