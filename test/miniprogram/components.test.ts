import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { HOME } from './support/answers'
import { newPhone, settle, show, textOf } from './support/simulate'
import type { Phone } from './support/simulate'

let phone: Phone

beforeEach(() => {
  phone = newPhone()
  phone.on('catalog.home', () => HOME)
  phone.on('account.me', () => ({ account: null, templates: [] }))
})
afterEach(() => {
  document.body.replaceChildren()
})

describe('components', () => {
  it('tag says a state in a word, not only in a colour', async () => {
    const tag = await show('components/tag/tag', {
      tone: 'bad',
      icon: 'error-triangle',
      text: '超时',
    })
    expect(textOf(tag)).toContain('超时')
  })

  it('screen shows bones only while it waits, and why it failed', async () => {
    const screen = await show('components/screen/screen', { status: 'skeleton' })
    expect(screen.dom.innerHTML).toContain('bone')
    screen.setData({
      status: 'error',
      problem: { title: '没连上网', text: '有网了再点', retry: true },
    })
    await settle()
    expect(textOf(screen)).toContain('没连上网')
    expect(textOf(screen)).toContain('打电话')
    expect(textOf(screen)).toContain('再试一次')
  })

  it('screen tells since when what it shows is kept', async () => {
    const screen = await show('components/screen/screen', { status: 'ready', asOf: '9:05' })
    expect(textOf(screen)).toContain('没有网络，先看9:05存的')
  })

  it('screen grows with 大字版 at once', async () => {
    phone.stored.set('elder', true)
    const screen = await show('components/screen/screen')
    expect(screen.instance.data).toMatchObject({ fs: 1.3, classes: 'elder large light' })
  })

  it('person bar rings the agent of the village, else the station', async () => {
    phone.stored.set('village', 'v01')
    const bar = await show('components/person-bar/person-bar')
    expect(textOf(bar)).toContain('打给向明珠')
    bar.instance.call?.()
    expect(phone.dialled).toEqual(['19900002001'])
    phone.stored.delete('village')
    const other = await show('components/person-bar/person-bar')
    expect(textOf(other)).toContain('0736-0000001')
  })

  it('seat row tells in words what the squares show', async () => {
    const row = { id: 's', time: '9:00–9:30', state: 'open', remaining: 2, seats: [] }
    const seat = await show('components/seat-row/seat-row', { row })
    expect(textOf(seat)).toContain('剩2个')
    seat.setData({ row: { ...row, state: 'full', remaining: 0 } })
    await settle()
    expect(textOf(seat)).toContain('约满了')
  })

  it('checklist tells which paper was ticked, and nothing when it is only to look at', async () => {
    const rows = [{ id: 'a', name: '户口本', note: '原件', image: '/x.svg', required: true }]
    const list = await show('components/checklist/checklist', { rows })
    const ticked: unknown[] = []
    list.addEventListener('tick', ({ detail }) => ticked.push(detail))
    const tap = { currentTarget: { dataset: { id: 'a' } } } as never
    list.instance.tick?.(tap)
    list.setData({ canTick: false })
    list.instance.tick?.(tap)
    expect(ticked).toEqual([{ id: 'a' }])
  })

  it('progress path numbers what is to do and names who is at it', async () => {
    const steps = [
      { number: '1', name: '受理', note: '', state: 'done' },
      { number: '2', name: '核实', note: '蒋福生', state: 'now' },
    ]
    const path = await show('components/progress-path/progress-path', { steps })
    expect(textOf(path)).toContain('蒋福生')
    expect(path.dom.innerHTML).toContain('now')
  })

  it('rating faces have a word each', async () => {
    const faces = await show('packages/rating/components/faces/faces', { level: 2 })
    for (const word of ['非常满意', '满意', '基本满意', '不满意', '非常不满意']) {
      expect(textOf(faces)).toContain(word)
    }
  })

  it('village sheet lists every village of the township', async () => {
    const sheet = await show('components/village-sheet/village-sheet', { open: true })
    await settle(60)
    expect(sheet.instance.data.villages).toHaveLength(HOME.villages.length)
  })
})
