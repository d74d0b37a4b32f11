import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { HOME, ME, refusal } from '../support/answers'
import { newPhone, open, settle, textOf } from '../support/simulate'
import type { Phone } from '../support/simulate'

let phone: Phone
const ITEMS = [
  {
    code: 'MZ-01',
    name: '最低生活保障（低保）申请',
    category: 'aid',
    department: 'mz',
    level: 'county',
    mode: 'proxy',
    instant: false,
    commitDays: 25,
    visits: 0,
    aliases: ['低保', '吃低保'],
    keywords: ['困难'],
    pinyin: ['db', 'dibao'],
  },
]
const CASE = {
  id: 'c1',
  number: '1117-48305-6',
  itemCode: 'MZ-01',
  itemName: '低保申请',
  applicantName: '覃建国',
  status: 'in_progress',
  statusText: '正在办',
  dueDate: '2099-12-01',
  receivedAt: '2026-11-16T01:00:00Z',
  holder: { name: '蒋福生', post: '民政办主任', phone: '0736' },
  canRate: false,
}
const changed = (value: string) => ({ detail: { value } }) as never

beforeEach(() => {
  phone = newPhone()
  phone.on('catalog.home', () => HOME)
  phone.on('catalog.items', () => ({ items: ITEMS, version: '1' }))
  phone.on('account.me', () => ME)
  phone.on('case.mine', () => ({ cases: [CASE], next: null }))
})
afterEach(() => {
  document.body.replaceChildren()
})

describe('home', () => {
  it('stands after one call; my village, next Thursday and my matters follow', async () => {
    const page = await open('pages/home/home')
    await settle(100)
    expect(phone.calls[0]).toMatchObject({ name: 'catalog', data: { action: 'home' } })
    expect(textOf(page)).toContain('羊子垭村')
    expect(textOf(page)).toContain('干部进村')
    expect(textOf(page)).toContain('蒋福生正在办')
    expect(textOf(page)).toContain('全部1项')
  })

  it('answers while one types, and says when there is nothing', async () => {
    const page = await open('pages/home/home')
    await settle(100)
    page.instance.typed?.(changed('db'))
    await settle()
    expect(textOf(page)).toContain('最低生活保障')
    page.instance.typed?.(changed('龘龘'))
    await settle()
    expect(textOf(page)).toContain('没找到这件事')
  })

  it('shows what is being done before what only waits for a rating', async () => {
    const over = { ...CASE, status: 'completed', itemName: '老年证', canRate: true }
    phone.on('case.mine', () => ({
      cases: [{ ...over, id: 'c2' }, { ...over, id: 'c3' }, CASE],
      next: null,
    }))
    const page = await open('pages/home/home')
    await settle(100)
    expect(page.instance.data.matters).toMatchObject([{ id: 'c1' }, { id: 'c2' }])
  })

  it('greets somebody who is not registered without asking anything', async () => {
    phone.on('account.me', () => ({ account: null, templates: [] }))
    phone.on('case.mine', () => refusal('UNAUTHENTICATED', '还没登记'))
    const page = await open('pages/home/home')
    await settle(100)
    expect(textOf(page)).toContain('选您的村')
    expect(textOf(page)).toContain('困难救助')
    expect(page.instance.data.status).toBe('ready')
  })

  it('opens without network from what was kept, and says since when', async () => {
    await open('pages/home/home')
    await settle(100)
    phone.offline = true
    const page = await open('pages/home/home')
    await settle(1000)
    expect(textOf(page)).toContain('没有网络，先看')
    expect(textOf(page)).toContain('羊子垭村')
  })

  it('opens the guide that a code of the handbook stands for', async () => {
    await open('pages/home/home', { scene: encodeURIComponent('i=MZ-01') })
    expect(phone.opened).toEqual(['/packages/guide/item/item?code=MZ-01'])
  })

  it('takes no notice of a scene that is not ours', async () => {
    await open('pages/home/home', { scene: encodeURIComponent('i=../../x') })
    expect(phone.opened).toEqual([])
  })
})

describe('my matters', () => {
  it('shows what is being done, what was begun and not sent, and what is done', async () => {
    phone.stored.set('draft:submit:MZ-01', { requestId: 'r', form: {}, at: 1 })
    phone.on('case.mine', () => ({
      cases: [CASE, { ...CASE, id: 'c2', itemName: '老年证', status: 'completed' }],
      next: null,
    }))
    const page = await open('pages/progress/progress')
    await settle(60)
    expect(textOf(page)).toContain('还没交上去')
    expect(textOf(page)).toContain('低保申请')
    expect(textOf(page)).toContain('办完的')
  })

  it('says what to do when there is nothing', async () => {
    phone.on('case.mine', () => ({ cases: [], next: null }))
    const page = await open('pages/progress/progress')
    await settle(60)
    expect(textOf(page)).toContain('还没有在办的事')
    expect(textOf(page)).toContain('找一件事办')
  })

  it('is empty, not broken, for somebody who is not registered', async () => {
    phone.on('case.mine', () => refusal('UNAUTHENTICATED', '还没登记'))
    const page = await open('pages/progress/progress')
    await settle(60)
    expect(page.instance.data.status).toBe('ready')
  })
})
