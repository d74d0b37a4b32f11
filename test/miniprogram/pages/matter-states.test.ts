/** Every institution of an application as the villager reads it, and what they can do about it. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { notesOf } from '../../../miniprogram/packages/case/notes'
import { waysOf } from '../../../miniprogram/packages/case/ways'
import type { CaseDetail } from '../../../miniprogram/services/case'
import { CASE, GUIDE, HOME, ME, refusal } from '../support/answers'
import { newPhone, open, settle, textOf } from '../support/simulate'
import type { Phone } from '../support/simulate'

const TODAY = '2026-11-24'
let phone: Phone
const callsOf = (action: string) => phone.calls.filter(({ data }) => data.action === action)
const changed = (value: unknown) => ({ detail: value }) as never
const on = (dataset: object) => ({ currentTarget: { dataset } }) as never

const words = (change: Partial<CaseDetail>) =>
  notesOf({ ...CASE, ...change }, TODAY)
    .flatMap(({ title, lines, units = [] }) => [
      title,
      ...lines,
      ...units.map(({ name, task, tag }) => `${name}（${task}）：${tag.text}`),
    ])
    .join('\n')

const MISSING = {
  status: 'supplement' as const,
  allowed: ['supplement' as const, 'ask' as const, 'urge' as const, 'withdraw' as const],
  missing: [
    { key: 'id-card', name: '居民身份证', reason: '照片是糊的' },
    { key: 'hukou', name: '户口本', reason: '少了一页' },
  ],
  supplement: { on: '2026-11-23', dueOn: '2026-12-07', byName: '蒋福生', again: false },
}

beforeEach(() => {
  phone = newPhone()
  phone.on('catalog.home', () => HOME)
  phone.on('catalog.guide', () => ({ item: GUIDE }))
  phone.on('catalog.people', () => ({ people: [] }))
  phone.on('account.me', () => ME)
  phone.on('case.detail', () => ({ case: CASE }))
  phone.on('case.earlierPapers', () => ({ papers: [] }))
})
afterEach(() => {
  document.body.replaceChildren()
})

describe('what happened to it', () => {
  it('says nothing while nothing special happened', () => {
    expect(notesOf(CASE, TODAY)).toEqual([])
  })

  it.each<[string, Partial<CaseDetail>, string[]]>([
    ['the one list', MISSING, ['还差2样，12月7日 周一前补', '户口本：少了一页']],
    [
      'the exact words of the law',
      { acceptedHow: 'deemed' },
      ['我们超时未告知，视为已受理，不等于通过'],
    ],
    [
      'the promise with its consequence',
      { promise: { names: ['户口本'], dueOn: '2026-11-30', consequence: '证先不发', kept: false } },
      ['先给您办着，11月30日 周一前补上', '不补的话：证先不发'],
    ],
    [
      'the ground on which the clock stopped',
      {
        status: 'suspended',
        clock: {
          ...CASE.clock,
          pauses: [{ from: '2026-11-20', until: null, ground: '鉴定', expectedOn: '2026-12-10' }],
        },
      },
      ['等鉴定，先停算时间', '预计12月10日 周四接着办。'],
    ],
    [
      'the extension with its reason',
      { extension: { state: 'granted', reason: '雪封了路', days: 10 } },
      ['乡长批了延期10个工作日', '原因：雪封了路'],
    ],
    [
      'that nobody need hand in again',
      { transfer: { state: 'asked', unitName: '医保站', reason: '归医保', declined: null } },
      ['正在转给医保站', '不用您再交'],
    ],
    [
      'all who look at it',
      {
        partners: [
          { unit: 'cj', unitName: '城建办', task: '看图纸', opinion: null },
          {
            unit: 'gt',
            unitName: '国土所',
            task: '看用地',
            opinion: { outcome: 'approve', text: '同意', byName: '甲' },
          },
        ],
      },
      ['城建办（看图纸）：还在看', '国土所（看用地）：同意'],
    ],
    [
      'our days and the county days apart',
      {
        external: [
          {
            n: 1,
            to: '县民政局',
            receiptNumber: 'A1',
            handedOn: '2026-11-18',
            expectedOn: '2026-12-01',
            result: null,
            resultOn: null,
          },
        ],
        days: { ours: 2, county: 4, total: 8 },
      },
      ['回执号A1，说好12月1日 周二有结果', '乡里用了2个工作日，上级用了4个，从交来一共8天。'],
    ],
    [
      'which originals lie with whom',
      {
        originals: [
          { n: 1, name: '存折', takenOn: '2026-11-18', takenBy: '向明珠', returnedOn: null },
        ],
      },
      ['收着您1样原件', '存折：11月18日 周三，向明珠收的'],
    ],
    [
      'why not, and where to go',
      { status: 'refused', refusal: { reason: '不归乡里', whereTo: '县公安局' } },
      ['原因：不归乡里', '该找：县公安局'],
    ],
    [
      'who received it',
      { delivery: { how: 'agent', signedBy: '龚桂香', on: '2026-11-23' } },
      ['11月23日 周一，代办员带到了', '签收：龚桂香'],
    ],
  ])('tells %s', (_what, change, expected) => {
    for (const line of expected) expect(words(change)).toContain(line)
  })

  it('has no word of the office', () => {
    expect(words(MISSING)).not.toMatch(/补正|予以|请您于|逾期/)
  })
})

describe('what one can do', () => {
  it('is only what the server allows', () => {
    expect(waysOf({ ...CASE, queryCode: null, allowed: [] })).toEqual([])
    const verbs = waysOf({ ...CASE, ...MISSING }).map(({ way }) => way)
    expect(verbs).toEqual(['sheet', 'withdraw', 'receipt'])
    expect(waysOf({ ...CASE, status: 'withdrawn', allowed: [] })).toMatchObject([
      { way: 'receipt' },
      { way: 'again' },
    ])
    const allowed: CaseDetail['allowed'] = ['authorise', 'withdraw']
    expect(waysOf({ ...CASE, allowed }).map(({ way }) => way)).toEqual(['withdraw', 'receipt'])
    expect(waysOf({ ...CASE, allowed, via: 'agent' })[0]).toMatchObject({ way: 'authorise' })
  })

  it('asks plainly before it withdraws, and sends it once', async () => {
    phone.on('case.detail', () => ({ case: { ...CASE, ...MISSING } }))
    phone.on('case.withdraw', () => ({ case: {} }))
    const page = await open('packages/case/progress/progress', { id: 'c1' })
    await settle(60)
    page.instance.openWay?.(on({ way: 'withdraw' }))
    await settle()
    expect(textOf(page)).toContain('不办了？')
    expect(callsOf('withdraw')).toHaveLength(0)
    await Promise.all([page.instance.takeWay?.(), page.instance.takeWay?.()])
    await settle(60)
    expect(callsOf('withdraw')).toHaveLength(1)
    expect(textOf(page)).toContain('撤回来了')
  })

  it('wants a word before it is opened again', async () => {
    phone.on('case.detail', () => ({ case: { ...CASE, status: 'completed', allowed: ['reopen'] } }))
    phone.on('case.reopen', () => ({ case: {} }))
    const page = await open('packages/case/progress/progress', { id: 'c1' })
    await settle(60)
    page.instance.openWay?.(on({ way: 'reopen' }))
    await page.instance.takeWay?.()
    expect(page.instance.data.reasonError).not.toBe('')
    page.instance.typeReason?.(changed({ value: '钱没到' }))
    await page.instance.takeWay?.()
    expect(callsOf('reopen')[0]?.data).toMatchObject({ reason: '钱没到' })
  })
})

describe('bringing what is missing', () => {
  const SUPPLEMENT = 'packages/case/supplement/supplement'
  beforeEach(() => {
    phone.on('case.detail', () => ({ case: { ...CASE, ...MISSING } }))
    phone.on('case.supplement', () => ({ case: {} }))
  })

  it('sends what has its photo and keeps the rest for later', async () => {
    const page = await open(SUPPLEMENT, { id: 'c1' })
    await settle(60)
    await page.instance.send?.()
    expect(callsOf('supplement')).toHaveLength(0)
    expect(page.instance.data.hint).not.toBe('')
    page.instance.setPaper?.(
      ...(['hukou', { state: 'sent', fileId: 'cloud://a/papers/1.jpg' }] as never[]),
    )
    await settle()
    expect(textOf(page)).toContain('先交这1样')
    await page.instance.send?.()
    expect(callsOf('supplement')[0]?.data.materials).toEqual([
      { key: 'hukou', fileId: 'cloud://a/papers/1.jpg' },
    ])
  })

  it('keeps the photos without network and goes out once', async () => {
    const page = await open(SUPPLEMENT, { id: 'c1' })
    await settle(60)
    page.instance.setPaper?.(
      ...(['hukou', { state: 'sent', fileId: 'cloud://a/papers/1.jpg' }] as never[]),
    )
    phone.offline = true
    await page.instance.send?.()
    expect(phone.opened).toEqual(['/packages/case/outbox/outbox?kept=1'])
    phone.offline = false
    const box = await open('packages/case/outbox/outbox')
    await box.instance.sendNow?.()
    expect(textOf(box)).toContain('补的材料送到了')
    expect(new Set(callsOf('supplement').map(({ data }) => data.requestId)).size).toBe(1)
  })

  it('has the list as plain words for the family', async () => {
    const page = await open(SUPPLEMENT, { id: 'c1' })
    await settle(60)
    const { sheet } = page.instance.data.view as { sheet: string }
    expect(sheet).toContain('1. 居民身份证（照片是糊的）')
    expect(sheet).toContain('问民政办 0736-0000101')
  })
})

describe('handing in again', () => {
  const SUBMIT = 'packages/case/submit/submit'
  const EARLIER = {
    key: 'id-card',
    name: '居民身份证',
    fileId: 'cloud://a/papers/9.jpg',
    on: '2026-10-08',
  }

  it('offers earlier papers and uses them only when told so', async () => {
    phone.on('case.earlierPapers', () => ({ papers: [EARLIER] }))
    const page = await open(SUBMIT, { code: 'MZ-05', linkedTo: '1124-61585-2' })
    await settle(60)
    expect(textOf(page)).toContain('这几样以前交过，还用吗？')
    expect(textOf(page)).toContain('接着编号1124-61585-2的那件办')
    const entry = () => (page.instance.data.form as { papers: object }).papers
    expect(entry()).toEqual({})
    page.instance.useEarlier?.()
    await settle()
    expect(entry()).toEqual({ 'id-card': { state: 'again', fileId: EARLIER.fileId } })
    expect(textOf(page)).not.toContain('还用吗？')
    page.instance.personChosen?.(
      changed({ person: { name: '龚桂香', villageId: 'v01', by: 'agent', phone: '' } }),
    )
    expect(entry()).toEqual({})
  })

  it('takes at most five representatives', async () => {
    const page = await open(SUBMIT, { code: 'MZ-05' })
    await settle(60)
    page.instance.typeTogether?.(changed({ value: '甲、乙、丙、丁、戊' }))
    await page.instance.confirm?.()
    expect(page.instance.data.togetherError).toContain('五个')
    expect(callsOf('submit')).toHaveLength(0)
  })
})

describe('the public notices', () => {
  const NOTICE = {
    number: '1124-00001-1',
    itemName: '宅基地审批',
    unitName: '城建办',
    unitPhone: '0736-0000105',
    villageId: 'v01',
    from: '2099-11-20',
    until: '2099-11-27',
    fields: [{ label: '位置', value: '一组' }],
  }

  it('take a word from anybody, with a phone or without', async () => {
    phone.on('case.publicized', () => ({ notices: [NOTICE], next: null }))
    phone.on('case.object', () => ({ objection: { number: NOTICE.number, n: 1 } }))
    const page = await open('packages/case/notices/notices')
    await settle(60)
    expect(textOf(page)).toContain('羊子垭村，城建办公示到')
    page.instance.speak?.(on({ number: NOTICE.number }))
    await page.instance.send?.()
    expect(callsOf('object')).toHaveLength(0)
    page.instance.typeText?.(changed({ value: '占了路' }))
    await page.instance.send?.()
    expect(callsOf('object')[0]?.data).toMatchObject({ number: NOTICE.number, text: '占了路' })
    expect(callsOf('object')[0]?.data).not.toHaveProperty('contact')
    await settle()
    expect(textOf(page)).toContain('您的话交上去了')
  })

  it('say so when there are none', async () => {
    phone.on('case.publicized', () => ({ notices: [], next: null }))
    const page = await open('packages/case/notices/notices')
    await settle(60)
    expect(textOf(page)).toContain('现在没有公示的事')
  })
})

describe('by number and code', () => {
  it('what somebody handed in for me comes onto my phone', async () => {
    phone.on('case.track', () => ({ case: CASE }))
    phone.on('case.join', () => ({ case: { id: 'c1', number: CASE.number } }))
    const page = await open('packages/case/track/track', {
      number: '1124-61585-2',
      code: '955764',
    })
    await settle(60)
    expect(textOf(page)).toContain('这是我的，放到我的进度里')
    await page.instance.join?.()
    expect(phone.opened).toContain('/packages/case/progress/progress?id=c1')
  })

  it('leads to registering first, when nobody is', async () => {
    phone.on('case.track', () => ({ case: CASE }))
    phone.on('case.join', () => refusal('UNAUTHENTICATED', '还没登记。'))
    const page = await open('packages/case/track/track', {
      number: '1124-61585-2',
      code: '955764',
    })
    await settle(60)
    await page.instance.join?.()
    expect(phone.opened.join()).toContain('help/register')
  })
})
