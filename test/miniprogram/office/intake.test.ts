import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { STEP_WORDS } from '../../../miniprogram/packages/office/actions'
import type { StepName } from '../../../miniprogram/packages/office/actions'
import { STEP_FIELDS } from '../../../miniprogram/packages/office/step/fields'
import { checkStep, fieldViews } from '../../../miniprogram/packages/office/step/form'
import { agreedOf, askedOf } from '../../../miniprogram/packages/office/step/known'
import { namesIn, pairsIn } from '../../../miniprogram/packages/office/step/lists'
import { GUIDE } from '../support/answers'
import { newPhone, open, settle, textOf } from '../support/simulate'
import type { Phone } from '../support/simulate'
import { answerStaff, matter, task } from './answers'

let phone: Phone
const sent = (action: string) => phone.calls.filter(({ data }) => data.action === action)
const on = (dataset: object, value = '') =>
  ({ currentTarget: { dataset }, detail: { value } }) as never

beforeEach(() => {
  phone = newPhone()
  answerStaff(phone)
  phone.on('catalog.guide', () => ({ item: { ...GUIDE, instant: true } }))
  phone.on('case.similar', () => ({ cases: [] }))
  phone.on('case.units', () => ({
    units: [
      { id: 'mz', name: '民政办' },
      { id: 'yb', name: '医保站' },
    ],
  }))
})
afterEach(() => {
  document.body.replaceChildren()
})

describe('the table of the form', () => {
  const STEPS = Object.keys(STEP_WORDS) as StepName[]

  it('asks in plain words, and only for what is there', () => {
    for (const step of STEPS) {
      for (const { ask } of STEP_FIELDS[step]) expect(ask).not.toMatch(/(?<!申)请|补正|予以|贵/)
    }
  })

  it('sends nothing while something required is missing', () => {
    const silent = STEPS.filter(
      (step) =>
        STEP_FIELDS[step].some(({ optional }) => !optional) &&
        Object.keys(checkStep(step, {})).length === 0,
    )
    expect(silent).toEqual([])
    expect(checkStep('notifySupplement', {})).toHaveProperty('papers')
    expect(checkStep('notifySupplement', { 'papers.hukou': '' })).toHaveProperty('papers')
    expect(checkStep('notifySupplement', { 'papers.hukou': '少了一页' })).toEqual({})
    expect(checkStep('authorise', { how: 'thumbprint', witnesses: '甲' })).toHaveProperty(
      'witnesses',
    )
    expect(checkStep('authorise', { how: 'thumbprint', witnesses: '甲、乙' })).toEqual({})
    expect(checkStep('publicize', { days: '7', fields: '位置一组' })).toHaveProperty('fields')
    expect(checkStep('publicize', { days: '七', fields: '位置：一组' })).toHaveProperty('days')
  })

  it('offers what the matter holds: papers, originals, steps, opinions, other departments', () => {
    const held = matter({
      originals: [
        { n: 1, name: '存折', takenOn: '2026-11-18', takenBy: '甲', returnedOn: null },
        { n: 2, name: '身份证', takenOn: '2026-11-18', takenBy: '甲', returnedOn: '2026-11-20' },
      ],
    })
    const options = (step: StepName) =>
      fieldViews(step, {}, {}, held, [
        { id: 'mz', name: '民政办' },
        { id: 'yb', name: '医保站' },
      ]).flatMap(({ options: all }) => all.map(({ text }) => text))
    expect(options('returnOriginals')).toEqual(['存折'])
    expect(options('requestTransfer')).toEqual(['医保站'])
    expect(options('supplement')).toEqual(['户口本'])
  })

  it('shows what was asked before it is answered, and asks nothing twice', () => {
    const extension = { state: 'asked' as const, reason: '雪封了路', days: 10 }
    expect(askedOf('answerExtension', matter({ extension }))[0]).toBe('原因：雪封了路')
    const transfer = {
      state: 'declined' as const,
      unitName: '医保站',
      reason: '归医保',
      declined: '不归我们',
    }
    expect(askedOf('assign', matter({ transfer }))).toEqual([
      '请医保站接手：归医保',
      '不接的原因：不归我们',
    ])
    expect(askedOf('progress', matter({ extension }))).toEqual([])
    const survey = { on: '2026-11-26', at: '09:30', officers: ['甲', '乙'], report: null }
    const form = agreedOf('survey', matter({ survey }))
    expect(form).toEqual({ on: '2026-11-26', at: '09:30', officers: '甲、乙', report: '' })
    expect(checkStep('survey', form)).toEqual({})
    expect(agreedOf('progress', matter({ survey }))).toEqual({})
  })

  it('asks for the reason of a late notice only then', () => {
    const { clock } = matter()
    const names = (supplement: ReturnType<typeof matter>['supplement'], acceptedOn?: string) =>
      fieldViews(
        'notifySupplement',
        {},
        {},
        matter({ supplement, clock: { ...clock, acceptedOn: acceptedOn ?? null } }),
        [],
      ).map(({ name }) => name)
    expect(names(null)).not.toContain('exception')
    const first = { on: '2026-11-23', dueOn: '2026-12-07', byName: '甲', again: false }
    expect(names(first)).toContain('exception')
    expect(names(null, '2026-11-24')).toContain('exception')
  })

  it('reads several things from one text', () => {
    expect(namesIn('甲、乙，丙 丁')).toEqual(['甲', '乙', '丙', '丁'])
    expect(pairsIn('位置：一组\n面积: 120平方米')).toEqual([
      { name: '位置', words: '一组' },
      { name: '面积', words: '120平方米' },
    ])
    expect(pairsIn('没有冒号')).toBeNull()
  })

  it.each<[StepName, Record<string, string>, object]>([
    [
      'notifySupplement',
      { 'papers.hukou': '少了一页', others: '村里的证明：写明住了几年' },
      {
        missing: [
          { key: 'hukou', reason: '少了一页' },
          { key: 'more-村里的证明', name: '村里的证明', reason: '写明住了几年' },
        ],
      },
    ],
    ['answerTransfer', { accept: 'no', reason: '不归我们' }, { accept: false, reason: '不归我们' }],
    ['answerExtension', { grant: 'yes' }, { grant: true }],
    ['requestTransfer', { toUnit: 'yb', reason: '归医保' }, { toUnit: 'yb', reason: '归医保' }],
    [
      'survey',
      { on: '2026-11-30', at: '09:30', officers: '甲、乙' },
      { on: '2026-11-30', at: '09:30', officers: ['甲', '乙'] },
    ],
  ])('sends %s as the function takes it', async (step, form, expected) => {
    phone.on('case.detail', () => ({ case: matter({ allowed: [step] as never }) }))
    phone.on(`case.${step}`, () => ({ case: {} }))
    const page = await open('packages/office/step/step', { id: 'c1', step })
    await settle(60)
    page.instance.change?.(form as never)
    await page.instance.send?.()
    expect(sent(step)[0]?.data).toMatchObject({ id: 'c1', ...expected })
  })
})

describe('somebody comes to the counter', () => {
  const INTAKE = 'packages/office/intake/intake'
  const PERSON = { name: '龚桂香', villageId: 'v01', by: 'agent', phone: '' }
  const RECEIPT = {
    id: 'c9',
    number: '1124-00009-9',
    queryCode: '123456',
    status: 'received',
    dueDate: '2026-12-08',
  }

  async function filled() {
    const page = await open(INTAKE, { code: 'MZ-05' })
    await settle(60)
    page.instance.changePerson?.({ detail: PERSON } as never)
    await settle()
    return page
  }

  it('is received with what was brought, and gets a receipt', async () => {
    phone.on('case.intake', () => ({ case: RECEIPT }))
    const page = await filled()
    page.instance.tickPaper?.(on({ key: 'id-card' }))
    page.instance.type?.(on({ name: 'together' }, '伍小妹、覃三、覃四、覃五、覃六'))
    await page.instance.receive?.()
    expect(sent('intake')).toHaveLength(0)
    page.instance.type?.(on({ name: 'together' }, '伍小妹、覃三'))
    await Promise.all([page.instance.receive?.(), page.instance.receive?.()])
    expect(sent('intake')).toHaveLength(1)
    expect(sent('intake')[0]?.data).toMatchObject({
      code: 'MZ-05',
      applicant: { name: '龚桂香', villageId: 'v01', contact: { by: 'agent' } },
      materials: [{ key: 'id-card' }],
      coApplicants: ['伍小妹', '覃三'],
    })
    expect(phone.opened).toEqual(['/packages/case/receipt/receipt?id=c9&from=office'])
  })

  it('has brought all that must come with one tap; what few people have is ticked by itself', async () => {
    const [must] = GUIDE.materials
    const seldom = { ...must, key: 'disability-card', required: false }
    const materials = [...GUIDE.materials, seldom]
    phone.on('catalog.guide', () => ({ item: { ...GUIDE, materials } }))
    const page = await filled()
    page.instance.allPapers?.()
    const { papers } = page.instance.data.form as { papers: Record<string, unknown> }
    expect(Object.keys(papers)).toContain(must?.key)
    expect(Object.keys(papers)).not.toContain('disability-card')
  })

  it('is shown when the same matter is open already, and never blocked by it', async () => {
    phone.on('case.similar', () => ({
      cases: [
        {
          number: '1116-00001-1',
          status: 'accepted',
          statusText: '已受理',
          receivedOn: '2026-11-16',
        },
      ],
    }))
    phone.on('case.intake', () => ({ case: RECEIPT }))
    const page = await filled()
    await settle(60)
    expect(textOf(page)).toContain('1116-00001-1')
    await page.instance.receive?.()
    expect(sent('intake')).toHaveLength(1)
  })

  it('is served at once with an answer, never without', async () => {
    phone.on('case.serveNow', () => ({ case: { ...RECEIPT, status: 'completed' } }))
    const page = await filled()
    await page.instance.serve?.()
    expect(sent('serveNow')).toHaveLength(0)
    page.instance.type?.(on({ name: 'reply' }, '证明开好了'))
    await page.instance.serve?.()
    expect(sent('serveNow')[0]?.data).toMatchObject({ reply: '证明开好了' })
  })

  it('may have come during a power cut: the slip has its own time and a second signature', async () => {
    phone.on('case.intake', () => ({ case: RECEIPT }))
    const page = await filled()
    page.instance.toggleSlip?.()
    await page.instance.receive?.()
    expect(page.instance.data.errors).toHaveProperty('countersignedBy')
    page.instance.change?.({
      slipNumber: '007',
      slipDay: '2026-11-23',
      slipTime: '09:05',
      countersignedBy: '邓秋月',
    } as never)
    await page.instance.receive?.()
    expect(sent('intake')[0]?.data.slip).toEqual({
      number: '007',
      receivedAt: '2026-11-23T01:05:00.000Z',
      countersignedBy: '邓秋月',
    })
  })
})

describe('what the agent holds', () => {
  it('is brought to the township and ticked off once, originals go back', async () => {
    const held = task({
      carry: { dueOn: '2026-11-27', papers: ['户口本'] },
      originals: ['存折'],
    })
    phone.on('case.inbox', () => ({ tasks: [held], next: null }))
    phone.on('case.carry', () => ({ case: {} }))
    const page = await open('packages/station/papers/papers')
    await settle(60)
    expect(textOf(page)).toContain('户口本')
    expect(textOf(page)).toContain('覃大旺：存折')
    await Promise.all([
      page.instance.bring?.(on({ id: 'c1' })),
      page.instance.bring?.(on({ id: 'c1' })),
    ])
    expect(sent('carry')).toHaveLength(1)
    page.instance.giveBack?.(on({ id: 'c1' }))
    expect(phone.opened.at(-1)).toBe('/packages/office/step/step?id=c1&step=returnOriginals')
  })
})
