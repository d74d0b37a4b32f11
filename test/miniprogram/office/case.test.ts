import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { caseView } from '../../../miniprogram/packages/office/case/view'
import type { Reader } from '../../../miniprogram/packages/office/case/contact'
import { newPhone, open, settle, textOf } from '../support/simulate'
import type { Phone } from '../support/simulate'
import { answerStaff, matter } from './answers'

const CASE = 'packages/office/case/case'
const NOW = new Date('2026-11-24T01:20:00.000Z')
const VILLAGE = { name: '羊子垭村', agent: { name: '向明珠', phone: '199 0000 2001' } }
const CADRE = { name: '蒋福生', department: 'mz', papers: true }
let phone: Phone

beforeEach(() => {
  phone = newPhone()
  answerStaff(phone)
})
afterEach(() => {
  document.body.replaceChildren()
})

const verbs = (change: Parameters<typeof matter>[0]) =>
  stepsOf(matter(change)).map(({ verb }) => verb)

const stepsOf = (one: ReturnType<typeof matter>) =>
  caseView(one, VILLAGE, CADRE, NOW).groups.flatMap(({ steps }) => steps)

describe('what may be done now', () => {
  it('is exactly what the server allows, each with its consequence', () => {
    expect(verbs({ status: 'received', allowed: ['accept'] })).toEqual(['受理'])
    expect(verbs({ allowed: ['progress', 'decide'] })).toEqual(['记一次办理情况', '写答复，出结果'])
    expect(verbs({ status: 'decided', allowed: ['complete'] })).toEqual(['办结'])
    expect(verbs({ status: 'completed', allowed: [] })).toEqual([])
    const [step] = stepsOf(matter())
    expect(step?.consequence).toBe('群众马上看到')
  })

  it('has one main step, and a sentence instead of dead buttons', () => {
    expect(caseView(matter(), VILLAGE, CADRE, NOW).main?.verb).toBe('写答复，出结果')
    const received = caseView(
      matter({ status: 'received', allowed: ['accept'] }),
      VILLAGE,
      CADRE,
      NOW,
    )
    expect(received.cannot).toBe('先受理，才能写答复。')
    const done = caseView(matter({ status: 'completed', allowed: [] }), VILLAGE, CADRE, NOW)
    expect(done.main).toBeNull()
  })
})

describe('whom to call', () => {
  const called = (reader: Reader, change = {}) =>
    caseView(matter(change), VILLAGE, reader, NOW).call?.name

  it('is whoever took it in, for those who work on it', () => {
    expect(called(CADRE)).toBe('向明珠')
    const own = { firstReceiver: { name: '蒋福生', post: '', phone: '1' } }
    expect(called(CADRE, own)).toBe('向明珠')
  })

  it('is whoever has it, for everybody else, and never oneself', () => {
    const agent = { name: '向明珠', department: null, papers: true }
    expect(called(agent, { allowed: ['ask'] })).toBe('蒋福生')
    expect(called(agent, { allowed: ['ask'], holder: null })).toBe('民政办')
  })
})

it('tells those who only watch that a photo is there, and no more', () => {
  const [paper] = caseView(matter(), VILLAGE, { ...CADRE, papers: false }, NOW).papers
  expect(paper).toMatchObject({ has: false, note: '拍来了' })
})

describe('the page', () => {
  it('shows person, contact, first receiver, papers and what was asked', async () => {
    const page = await open(CASE, { id: 'c1' })
    await settle(60)
    const text = textOf(page)
    for (const words of [
      '覃大旺，羊子垭村',
      '打给代办员向明珠',
      '向明珠，11月16日收下',
      '材料2样，拍来1样',
      '自己带',
      '腿脚不好',
      '还要补什么吗？',
      '现在能做的',
    ]) {
      expect(text).toContain(words)
    }
    expect(page.dom.querySelectorAll('[class*="do-verb"]')).toHaveLength(2)
  })

  it('opens the form of a step', async () => {
    const page = await open(CASE, { id: 'c1' })
    page.instance.take?.({ currentTarget: { dataset: { step: 'decide' } } } as never)
    expect(phone.opened).toEqual(['/packages/office/step/step?id=c1&step=decide'])
  })

  it('asks for the link of a photo only when it is tapped', async () => {
    phone.on('case.paper', () => ({ url: 'https://example.test/a.jpg' }))
    const page = await open(CASE, { id: 'c1' })
    await settle(60)
    const papers = () => phone.calls.filter(({ data }) => data.action === 'paper').length
    expect(papers()).toBe(0)
    const tap = (key: string, has: boolean) =>
      page.instance.openPaper?.({ currentTarget: { dataset: { key, has } } } as never)
    await tap('hukou', false)
    expect(papers()).toBe(0)
    await tap('id-card', true)
    expect(papers()).toBe(1)
    expect(page.instance.data.photo).toMatchObject({ url: 'https://example.test/a.jpg' })
  })

  it('says it in a sentence when the photo does not open, and opens it again', async () => {
    phone.on('case.paper', () => ({ url: 'https://example.test/a.jpg' }))
    const page = await open(CASE, { id: 'c1' })
    await settle(60)
    await page.instance.openPaper?.({
      currentTarget: { dataset: { key: 'id-card', has: true } },
    } as never)
    page.instance.photoBroken?.()
    await settle()
    expect(textOf(page)).toContain('照片打不开')
    page.instance.again?.()
    await settle()
    expect(textOf(page)).not.toContain('照片打不开')
  })
})
