import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { checkStep, EMPTY_STEP, withTemplate } from '../../../miniprogram/packages/office/step/form'
import { TEMPLATES } from '../../../miniprogram/packages/office/step/templates'
import { refusal } from '../support/answers'
import { newPhone, open, settle } from '../support/simulate'
import type { Phone } from '../support/simulate'
import { answerStaff, matter } from './answers'

const STEP = 'packages/office/step/step'
const DECIDE = { id: 'c1', step: 'decide' }
let phone: Phone

beforeEach(() => {
  phone = newPhone()
  answerStaff(phone)
})
afterEach(() => {
  document.body.replaceChildren()
})

const sent = (action: string) => phone.calls.filter(({ data }) => data.action === action)
const ids = (action: string) => new Set(sent(action).map(({ data }) => data.requestId))

const chosen = (name: string, value: string) =>
  ({ currentTarget: { dataset: { name, value } } }) as never
const typed = (name: string, value: string) =>
  ({ currentTarget: { dataset: { name } }, detail: { value } }) as never

async function written(text = '办好了，您不用再跑。') {
  const page = await open(STEP, DECIDE)
  await settle(60)
  page.instance.pick?.(chosen('outcome', 'approve'))
  page.instance.type?.(typed('text', text))
  return page
}

describe('what is written', () => {
  it('needs a result and words', () => {
    expect(checkStep('decide', EMPTY_STEP)).toEqual({ outcome: '还没选' })
    expect(checkStep('decide', { outcome: 'approve' })).toEqual({ text: '还没写' })
    expect(checkStep('progress', EMPTY_STEP)).toEqual({ text: '还没写' })
    expect(checkStep('accept', EMPTY_STEP)).toEqual({})
    expect(checkStep('complete', EMPTY_STEP)).toEqual({})
  })

  it('may be long, but not too long: it is counted, never cut', () => {
    const form = { ...EMPTY_STEP, outcome: 'approve' as const, text: '字'.repeat(10_000) }
    expect(checkStep('decide', form).text).toBe('写了10000个字，最多1000个')
  })

  it('has no blanks of a template left', () => {
    const form = { ...EMPTY_STEP, outcome: 'refuse' as const, text: '因为〔哪样材料〕没补上' }
    expect(checkStep('decide', form).text).toBe('〔哪样材料〕还没换成实话')
  })

  it('is never wiped by a template', () => {
    expect(withTemplate('我写的', '一句话。')).toBe('我写的\n一句话。')
    expect(withTemplate('我写的\n一句话。', '一句话。')).toBe('我写的\n一句话。')
  })

  it('starts from plain sentences without please and without jargon', () => {
    const all = Object.values(TEMPLATES).flat()
    expect(all.length).toBeGreaterThan(8)
    for (const { text } of all) expect(text).not.toMatch(/请|予以|补正|贵|亲|尊敬/)
  })
})

describe('sending', () => {
  it('sends once when it is tapped many times, and goes back to the inbox', async () => {
    const page = await written()
    for (let tap = 0; tap < 5; tap++) void page.instance.send?.()
    await settle(60)
    void page.instance.send?.()
    await settle(60)
    expect(sent('decide')).toHaveLength(1)
    expect(sent('decide')[0]?.data).toMatchObject({ id: 'c1', outcome: 'approve' })
    expect(phone.opened).toEqual(['/packages/office/inbox/inbox'])
  })

  it('sends nothing while something is missing', async () => {
    const page = await open(STEP, DECIDE)
    await page.instance.send?.()
    expect(sent('decide')).toHaveLength(0)
    expect(page.instance.data.errors).toMatchObject({ outcome: '还没选' })
  })

  it('keeps the words without network and retries with the same request', async () => {
    const page = await written()
    phone.offline = true
    await page.instance.send?.()
    expect(page.instance.data.trouble).toMatchObject({ again: '再来一次', code: 'OFFLINE' })
    const again = await open(STEP, DECIDE)
    expect(again.instance.data.form).toMatchObject({ text: '办好了，您不用再跑。' })
    phone.offline = false
    await again.instance.send?.()
    expect(ids('decide').size).toBe(1)
  })

  it('shows the fresh state after a conflict, keeps the words, and asks anew', async () => {
    phone.on('case.decide', () => refusal('CONFLICT', '这件事刚刚有别人动过'))
    const page = await written()
    phone.on('case.detail', () => ({
      case: matter({
        status: 'decided',
        statusText: '有结果了',
        allowed: ['complete'],
        events: [
          {
            at: '2026-11-24T01:20:00.000Z',
            by: '邓秋月',
            action: 'decide',
            title: '写答复、出结果',
            status: 'decided',
            text: '',
          },
        ],
      }),
    }))
    await page.instance.send?.()
    expect(page.instance.data.moved).toContain('邓秋月')
    expect(page.instance.data.allowed).toBe(false)
    expect(page.instance.data.form).toMatchObject({ text: '办好了，您不用再跑。' })
    const before = sent('decide')[0]?.data.requestId
    phone.on('case.decide', () => ({ case: {} }))
    await page.instance.send?.()
    expect(sent('decide').pop()?.data.requestId).not.toBe(before)
  })
})
