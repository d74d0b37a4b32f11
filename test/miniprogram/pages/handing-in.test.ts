import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { GUIDE, HOME, ME, refusal } from '../support/answers'
import { newPhone, open, settle, textOf } from '../support/simulate'
import type { Phone } from '../support/simulate'

let phone: Phone
const RECEIPT = {
  id: 'c1',
  number: '1124-61585-2',
  queryCode: '955764',
  status: 'received',
  dueDate: '2026-12-08',
}
const sent = () => phone.calls.filter(({ data }) => data.action === 'submit')
const tapOn = (key: string) => ({ currentTarget: { dataset: { key } } }) as never
const changed = (value: unknown) => ({ detail: value }) as never

beforeEach(() => {
  phone = newPhone()
  phone.on('catalog.home', () => HOME)
  phone.on('catalog.guide', () => ({ item: GUIDE }))
  phone.on('account.me', () => ME)
  phone.on('case.submit', () => ({ case: RECEIPT }))
})
afterEach(() => {
  document.body.replaceChildren()
})

describe('handing in', () => {
  it('needs no photo, and gives number and query code', async () => {
    const page = await open('packages/case/submit/submit', { code: 'MZ-05' })
    await settle(60)
    await page.instance.confirm?.()
    expect(sent()[0]?.data).toMatchObject({
      code: 'MZ-05',
      applicant: { name: '覃建国', villageId: 'v01' },
      materials: [{ key: 'id-card' }, { key: 'apply-form' }],
    })
    const receipt = await open('packages/case/receipt/receipt', { id: 'c1' })
    expect(textOf(receipt)).toContain('1124-61585-2')
    expect(textOf(receipt)).toContain('955764')
    expect(textOf(receipt)).toContain('居民身份证')
    expect(textOf(receipt)).not.toContain('申请表')
  })

  it('is sent once, however often it is tapped', async () => {
    const page = await open('packages/case/submit/submit', { code: 'MZ-05' })
    await settle(60)
    for (let tap = 0; tap < 4; tap++) void page.instance.confirm?.()
    await settle(80)
    void page.instance.confirm?.()
    await settle(60)
    expect(sent()).toHaveLength(1)
  })

  it('keeps a photo that could not be sent; brought by hand, the rest goes at once', async () => {
    const page = await open('packages/case/submit/submit', { code: 'MZ-05' })
    await settle(60)
    await page.instance.shoot?.(tapOn('id-card'))
    expect(textOf(page)).toContain('没传上')
    const again = await open('packages/case/submit/submit', { code: 'MZ-05' })
    await settle(60)
    expect(again.instance.data.form).toMatchObject({
      papers: { 'id-card': { state: 'failed', path: 'wxfile://store_0.jpg' } },
    })
    again.instance.bring?.(tapOn('id-card'))
    await again.instance.confirm?.()
    expect(sent()[0]?.data.materials).toEqual([{ key: 'id-card' }, { key: 'apply-form' }])
  })

  it('says so when a photo cannot be shown, and does not lose the one that was sent', async () => {
    const papers = {
      'id-card': { state: 'sent', path: 'wxfile://gone.jpg', fileId: 'cloud://a' },
      'apply-form': { state: 'failed', path: 'wxfile://gone.jpg' },
    }
    phone.stored.set('draft:submit:MZ-05', {
      requestId: 'r1',
      form: { papers, person: null, phone: '', note: '' },
      at: 1,
    })
    const page = await open('packages/case/submit/submit', { code: 'MZ-05' })
    await settle(60)
    page.instance.broken?.(tapOn('id-card'))
    page.instance.broken?.(tapOn('apply-form'))
    await settle()
    expect(textOf(page)).toContain('照片传上去了，手机里这张看不到了')
    expect(textOf(page)).toContain('刚才那张照片打不开，再拍一张')
    await page.instance.confirm?.()
    expect(sent()[0]?.data.materials).toEqual([
      { key: 'id-card', fileId: 'cloud://a' },
      { key: 'apply-form' },
    ])
  })

  it('without a signal is kept, and mended it goes again under the same number', async () => {
    const page = await open('packages/case/submit/submit', { code: 'MZ-05' })
    await settle(60)
    page.instance.typeNote?.(changed({ value: '老人走不动' }))
    phone.offline = true
    await page.instance.confirm?.()
    expect(phone.opened).toEqual(['/packages/case/outbox/outbox?kept=1'])
    const box = await open('packages/case/outbox/outbox', { kept: '1' })
    expect(textOf(box)).toContain('没有信号，已存好，有信号会自动送出')
    expect(textOf(box)).toContain('临时救助，覃建国')
    const [card] = box.instance.data.cards as { id: string }[]
    box.instance.mend?.({ currentTarget: { dataset: { id: card?.id } } } as never)
    expect(phone.opened.at(-1)).toBe('/packages/case/submit/submit?code=MZ-05&draft=submit%3AMZ-05')
    phone.offline = false
    const later = await open('packages/case/submit/submit', { code: 'MZ-05' })
    await settle(60)
    await later.instance.confirm?.()
    expect(new Set(sent().map(({ data }) => data.requestId)).size).toBe(1)
    expect(sent().at(-1)?.data.note).toBe('老人走不动')
  })

  it('cuts what is too long and knows a wrong phone', async () => {
    const page = await open('packages/case/submit/submit', { code: 'MZ-05' })
    await settle(60)
    page.instance.typeNote?.(changed({ value: '很长😀'.repeat(5000) }))
    expect((page.instance.data.form as { note: string }).note.length).toBeLessThanOrEqual(500)
    page.instance.typePhone?.(changed({ value: '12345' }))
    await page.instance.confirm?.()
    expect(page.instance.data.phoneError).toContain('11位')
    expect(sent()).toHaveLength(0)
  })

  it('for somebody else sends their name, village and contact', async () => {
    const person = { name: ' 覃大旺 ', villageId: 'v02', by: 'agent', phone: '' }
    const page = await open('packages/case/submit/submit', { code: 'MZ-05' })
    await settle(60)
    page.instance.personChosen?.(changed({ person }))
    await page.instance.confirm?.()
    expect(sent()[0]?.data.applicant).toEqual({
      name: '覃大旺',
      villageId: 'v02',
      contact: { by: 'agent' },
    })
  })

  it('of a matter that needs a visit leads to its guide', async () => {
    phone.on('catalog.guide', () => ({ item: { ...GUIDE, mode: 'booking' } }))
    await open('packages/case/submit/submit', { code: 'MZ-05' })
    await settle(60)
    expect(phone.opened).toEqual(['/packages/guide/item/item?code=MZ-05'])
  })
})

describe('the receipt', () => {
  it('is printed: the document of the server, under a name that says nothing of the person', async () => {
    phone.stored.set('cache1:receipt:c1', {
      data: { ...RECEIPT, itemName: '临时救助', papers: [] },
      at: 1,
    })
    phone.on('case.sheet', () => ({ name: '收件回执.docx', content: 'UEs=' }))
    const page = await open('packages/case/receipt/receipt', { id: 'c1' })
    await page.instance.print?.()
    expect(phone.documents).toEqual(['wxfile://usr/收件回执.docx'])
    expect(phone.written.get('wxfile://usr/收件回执.docx')).toBe('UEs=')
    phone.offline = true
    await page.instance.print?.()
    expect(page.instance.data.trouble).toMatchObject({ title: '没打开', again: '再打一次' })
  })
})

describe('registering', () => {
  const form = {
    name: '阿卜杜热西提·买买提',
    villageId: 'v01',
    by: 'phone',
    phone: '199 0000 1002',
  }

  it('is not done without consent, and goes back to where the person was', async () => {
    phone.on('account.bindResident', () => ({ account: ME.account }))
    const page = await open('packages/help/register/register', { why: 'submit' })
    page.instance.change?.(changed(form))
    await page.instance.save?.()
    expect(page.instance.data.consentMissing).toBe(true)
    page.instance.toggleConsent?.()
    await page.instance.save?.()
    const call = phone.calls.find(({ data }) => data.action === 'bindResident')
    expect(call?.data).toMatchObject({
      consent: true,
      contact: { by: 'phone', phone: '19900001002' },
    })
    expect(phone.opened).toEqual(['back'])
  })

  it('says what is missing in plain words', async () => {
    const page = await open('packages/help/register/register')
    page.instance.toggleConsent?.()
    await page.instance.save?.()
    await settle()
    expect(textOf(page)).toContain('还没写姓名')
    expect(textOf(page)).toContain('还没选村')
  })
})

describe('looking up by number and code', () => {
  it('finds a slip of the finger before it asks the server', async () => {
    const page = await open('packages/case/track/track', { number: '1124-61585-3', code: '955764' })
    expect(textOf(page)).toContain('可能看错了一位')
    expect(phone.calls.some(({ data }) => data.action === 'track')).toBe(false)
  })

  it('says the server’s words when there is nothing', async () => {
    phone.on('case.track', () => refusal('NOT_FOUND', '没找到。编号或查询码不对。'))
    const page = await open('packages/case/track/track', { number: '1124-61585-2', code: '955764' })
    await settle(60)
    expect(textOf(page)).toContain('没找到。编号或查询码不对。')
  })
})
