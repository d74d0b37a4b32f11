import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Output } from '../../../typings/wire'
import { checkMeeting } from '../../../miniprogram/packages/supervise/agenda/form'
import { agendaView } from '../../../miniprogram/packages/supervise/agenda/view'
import { assessView } from '../../../miniprogram/packages/supervise/assess/view'
import { bulletinView } from '../../../miniprogram/packages/supervise/bulletin/view'
import { monthView } from '../../../miniprogram/packages/supervise/month/view'
import { watchView } from '../../../miniprogram/packages/supervise/watch/view'
import { newPhone, open, settle, textOf } from '../support/simulate'
import type { Phone } from '../support/simulate'

type Bulletin = Output<'supervision', 'bulletin'>['bulletin']
type Monthly = Output<'supervision', 'monthly'>
type Agenda = Output<'supervision', 'agenda'>
type Assessment = Output<'supervision', 'assessment'>
type Watch = Output<'supervision', 'watch'>

const NO_RATES = { onTime: null, handleDays: null, commitDays: null, totalDays: null, few: true }
const row = (id: string, name: string, change: object = {}) => ({
  id,
  name,
  figures: {},
  rates: NO_RATES,
  ratings: null,
  ...change,
})

const BULLETIN: Bulletin = {
  month: '2026-11',
  title: '新铺乡便民服务工作情况通报（2026年11月）',
  state: 'draft',
  sections: [{ key: 'overall', title: '一、总体情况', text: '受理12件。' }],
  total: row('all', '全乡', { figures: { accepted: 12, completed: 8 } }),
  departments: [
    row('mz', '民政办', {
      figures: { accepted: 4, completed: 3, onTime: 2, unanswered: 1 },
      rates: { onTime: 0.67, handleDays: 3.25, commitDays: 10, totalDays: 5, few: true },
    }),
    row('cl', '残联'),
    row('yb', '医疗保障站', { figures: { accepted: 8, completed: 5 } }),
  ],
  villages: [row('v01', '羊子垭村')],
  note: '不排名次',
  addenda: [],
  publishedAt: null,
  publishedBy: null,
  hash: null,
  allowed: ['edit', 'publish'],
}

const MONTHLY: Monthly = {
  month: '2026-11',
  until: '2026-11-23',
  received: 30,
  answered: 20,
  accepted: 25,
  completed: 18,
  onTime: 17,
  proxy: 6,
  booked: 9,
  goodRate: 0.95,
  rated: 12,
  usual: [{ code: 'MZ-05', name: '临时救助', days: 4.24, completed: 7 }],
}

const AGENDA: Agenda = {
  meeting: {
    week: '2026-11-30',
    state: 'drafted',
    agenda: [
      {
        topic: 'overdue',
        title: '已经超时的',
        count: 1,
        entries: [
          {
            kind: 'case',
            id: 'c1',
            number: '1',
            name: '临时救助',
            unitName: '民政办',
            note: '11月25日 周三到期',
          },
        ],
      },
      { topic: 'disputes', title: '有争议，要定谁办的', count: 0, entries: [] },
    ],
    minutes: '',
    decisions: [],
    heldAt: null,
    heldBy: null,
  },
  units: [{ id: 'mz', name: '民政办' }],
  weeks: ['2026-11-30'],
}

let phone: Phone

beforeEach(() => {
  phone = newPhone()
})
afterEach(() => {
  document.body.replaceChildren()
})

describe('the bulletin', () => {
  it('keeps the order of the township, leaves out what has no numbers, stars what is few', () => {
    const view = bulletinView(BULLETIN)
    expect(view.departments.map(({ name, number, width }) => [name, number, width])).toEqual([
      ['民政办', '4', 50],
      ['医疗保障站', '8', 100],
    ])
    expect(view.departments[0]?.lines).toEqual([
      '办结3件，按时2件，没答复1件',
      '平均3.3天，承诺10天＊',
    ])
    expect(view.restDepartments).toBe('另外1个部门这个月没有数。')
  })

  it('lets the leader change the words once, and shows what the cloud answered', async () => {
    phone.on('supervision.bulletins', () => ({ bulletins: [] }))
    phone.on('supervision.bulletin', () => ({ bulletin: BULLETIN }))
    phone.on('supervision.editBulletin', ({ sections }) => ({
      bulletin: {
        ...BULLETIN,
        sections: [{ ...BULLETIN.sections[0], text: (sections as { overall: string }).overall }],
      },
    }))
    const page = await open('packages/supervise/bulletin/bulletin', { month: '2026-11' })
    await settle(60)
    page.instance.edit?.({ currentTarget: { dataset: { key: 'overall' } } } as never)
    page.instance.type?.({ detail: { value: '受理12件，比上月多2件。' } } as never)
    void page.instance.save?.()
    void page.instance.save?.()
    await settle(60)
    expect(phone.calls.filter(({ data }) => data.action === 'editBulletin')).toHaveLength(1)
    expect(textOf(page)).toContain('比上月多2件')
    expect(textOf(page)).toContain('改好了')
  })

  it('says when there is none yet', async () => {
    phone.on('supervision.bulletins', () => ({ bulletins: [] }))
    const page = await open('packages/supervise/bulletin/bulletin')
    await settle(60)
    expect(textOf(page)).toContain('还没有通报')
  })
})

describe('the public numbers', () => {
  it('are sums and plain sentences', () => {
    const view = monthView(MONTHLY)
    expect(view.when).toBe('11月1日到11月23日 周一')
    expect(view.totals.map(({ number }) => number)).toEqual(['30', '20', '18', '95%'])
    expect(view.usual).toEqual([
      { code: 'MZ-05', name: '临时救助', days: '4.2天', width: 100, note: '最近办过7件' },
    ])
  })

  it('do not judge by a few', () => {
    const view = monthView({ ...MONTHLY, goodRate: null, until: null, completed: 0 })
    expect(view.totals[3]?.number).toBe('—')
    expect(view.sentences[1]).toBe('评的人还少，满意率不作判断。')
    expect(view.when).toBe('今天是1日，明天就有数')
  })
})

describe('the weekly meeting', () => {
  it('opens each entry where it is looked at, an order by its number', () => {
    const entry = { id: 'x', number: '交办〔2026〕1号', name: '逐件答复', unitName: '民政办' }
    const { meeting } = AGENDA
    if (!meeting) throw new Error('there is one')
    const entries = (['case', 'order', 'rectification'] as const).map((kind) => ({
      ...entry,
      kind,
      note: '12月4日前',
    }))
    const agenda = [{ topic: 'decisions' as const, title: '以前定了', count: 3, entries }]
    const [topic] = agendaView({ ...meeting, agenda }).topics
    expect(topic?.entries.map(({ path, note }) => [path, note])).toEqual([
      ['/packages/office/case/case?id=x', '民政办，12月4日前'],
      ['/packages/affairs/matter/matter?kind=order&id=x', '交办〔2026〕1号，民政办，12月4日前'],
      ['/packages/rating/rectification/rectification?id=x', '民政办，12月4日前'],
    ])
  })

  it('wants minutes, and for each decision a unit, a task and a day', () => {
    const decision = { unit: 'mz', task: '逐件答复', dueOn: '2026-12-04' }
    expect(checkMeeting({ minutes: '说了', decisions: [decision] })).toEqual({})
    expect(
      checkMeeting({
        minutes: ' ',
        decisions: [decision, { ...decision, unit: '' }, { ...decision, task: '' }],
      }),
    ).toEqual({
      minutes: '还没写会上说了什么',
      decisions: { 1: '还没选哪个单位办', 2: '还没写办什么' },
    })
  })

  it('keeps what is written until it arrived, and sends it once', async () => {
    phone.on('supervision.agenda', () => AGENDA)
    phone.on('supervision.meeting', ({ minutes, decisions }) => ({
      meeting: {
        ...AGENDA.meeting,
        state: 'held',
        heldBy: '程远山',
        minutes,
        decisions: (decisions as { task: string; dueOn: string }[]).map((decision) => ({
          ...decision,
          orderId: 'o1',
          number: '交办〔2026〕1号',
          unitName: '民政办',
          statusText: '等签收',
        })),
      },
    }))
    const page = await open('packages/supervise/agenda/agenda')
    await settle(60)
    expect(textOf(page)).toContain('已经超时的1件')
    expect(textOf(page)).toContain('没有：有争议，要定谁办的')
    page.instance.typeMinutes?.({ detail: { value: '说了一件超时的' } } as never)
    page.instance.addDecision?.()
    await page.instance.hold?.()
    expect(page.instance.data.errors).toMatchObject({ decisions: { 0: '还没选哪个单位办' } })
    const at = { currentTarget: { dataset: { index: 0 } } }
    page.instance.pickUnit?.({ ...at, detail: { value: 0 } } as never)
    page.instance.typeTask?.({ ...at, detail: { value: '逐件答复群众' } } as never)
    expect([...phone.stored.keys()]).toContain('draft:meeting:2026-11-30')
    void page.instance.hold?.()
    await page.instance.hold?.()
    await settle(60)
    expect(phone.calls.filter(({ data }) => data.action === 'meeting')).toHaveLength(1)
    expect(textOf(page)).toContain('记下了，开了1张交办单')
    expect(textOf(page)).toContain('交办〔2026〕1号')
    expect([...phone.stored.keys()]).not.toContain('draft:meeting:2026-11-30')
  })
})

describe("the supervisor's board", () => {
  const entry = { id: 'x', title: '投诉', note: '1124-00000-0', on: '2026-11-24', late: true }
  const WATCH: Watch = {
    needs: { complaints: 1, anonymous: 0, others: 0, overdue: 1, appeals: 0, calls: 0 },
    sections: [
      { key: 'raised', count: 7, entries: [{ kind: 'issue', ...entry }] },
      { key: 'appeals', count: 0, entries: [] },
    ],
    month: { warnings: 3, secondNotices: 1, blockedNotices: 2 },
    asOf: '2026-12-02T02:00:00.000Z',
  }

  it('says what cannot wait first, and opens each entry where it is handled', () => {
    const view = watchView(WATCH, new Date('2026-12-02T03:00:00.000Z'))
    expect(view.needs).toEqual(['1件过了5个工作日还没答复', '1件投诉要答复'])
    expect(view.sections).toMatchObject([
      { title: '群众反映，还没答复的', count: 7, all: '一共7件，看全部' },
    ])
    expect(view.sections[0]?.lines).toMatchObject([
      { path: '/packages/affairs/matter/matter?kind=issue&id=x', late: true },
    ])
    expect(view.quiet).toBe('没有：申诉，等您答复。')
  })

  it('says when there is nothing to do', async () => {
    phone.on('supervision.watch', () => ({
      ...WATCH,
      needs: { ...WATCH.needs, complaints: 0, overdue: 0 },
      sections: [],
    }))
    const page = await open('packages/supervise/watch/watch')
    await settle(60)
    expect(textOf(page)).toContain('现在没有要您办的')
  })
})

describe('assessment', () => {
  const OFF: Assessment = {
    assessment: {
      on: false,
      basis: null,
      rules: [],
      changedBy: '',
      changedAt: null,
      allowed: ['turnOn'],
    },
    month: '2026-11',
    choices: [{ fact: 'unanswered', text: '没有答复' }],
    units: [],
    decisions: [],
    next: null,
  }

  it('says what few numbers cannot say, and adds nothing up', () => {
    const rule = { name: '整改', fact: 'rectified' as const, weight: '扣1分', factText: '按时整改' }
    const view = assessView({
      ...OFF,
      assessment: { ...OFF.assessment, on: true, rules: [rule, rule] },
      units: [{ id: 'mz', name: '民政办', facts: [3, null] }],
    })
    expect(view.units[0]?.lines).toEqual(['按时整改：3', '按时整改：太少，不作判断'])
    expect(view.rules[0]?.note).toBe('看“按时整改”；文件上：扣1分')
  })

  it('is turned on with the document written down, once', async () => {
    phone.on('supervision.assessment', () => OFF)
    phone.on('supervision.turnOnAssessment', () => ({ assessment: OFF.assessment }))
    const page = await open('packages/supervise/assess/assess')
    await settle(60)
    expect(textOf(page)).toContain('没启用，哪个单位都不考核')
    page.instance.start?.({ currentTarget: { dataset: { mode: 'rules' } } } as never)
    await page.instance.saveRules?.()
    expect(page.instance.data.errors).toEqual({
      number: '还没写文号',
      title: '还没写文件叫什么',
      rules: { 0: '还没写这一条叫什么' },
    })
    const at = { currentTarget: { dataset: { index: 0 } } }
    page.instance.typeNumber?.({ detail: { value: '政发〔2026〕12号' } } as never)
    page.instance.typeTitle?.({ detail: { value: '考核办法' } } as never)
    page.instance.typeRule?.({ ...at, detail: { value: '件件有答复' } } as never)
    page.instance.typeWeight?.({ ...at, detail: { value: '每件扣1分' } } as never)
    void page.instance.saveRules?.()
    await page.instance.saveRules?.()
    await settle(60)
    const sent = phone.calls.filter(({ data }) => data.action === 'turnOnAssessment')
    expect(sent).toHaveLength(1)
    expect(sent[0]?.data).toMatchObject({
      number: '政发〔2026〕12号',
      rules: [{ name: '件件有答复', fact: 'unanswered', weight: '每件扣1分' }],
    })
    expect(textOf(page)).toContain('启用了')
  })
})
