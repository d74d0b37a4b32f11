import { beforeEach, describe, expect, it, jest } from '@jest/globals'
import type * as Drafts from '../../../miniprogram/services/drafts'
import type * as Call from '../../../miniprogram/services/call'
import { refusal } from '../support/answers'
import { newPhone } from '../support/simulate'
import type { Phone } from '../support/simulate'

let phone: Phone
let services: typeof Call
let drafts: typeof Drafts

beforeEach(async () => {
  phone = newPhone()
  const { simulatedWx } = globalThis as unknown as { simulatedWx: object }
  Object.assign(globalThis, { wx: simulatedWx })
  jest.resetModules()
  services = await import('../../../miniprogram/services/call')
  drafts = await import('../../../miniprogram/services/drafts')
})

describe('calling a function', () => {
  it('answers the data of the action', async () => {
    phone.on('account.me', () => ({ account: null, templates: [] }))
    await expect(services.call('account', 'me', {})).resolves.toEqual({
      account: null,
      templates: [],
    })
  })

  it('says a lost network in one plain sentence, after one quiet second try', async () => {
    phone.offline = true
    await expect(services.call('account', 'me', {})).rejects.toThrow('网断了')
    expect(phone.calls).toHaveLength(2)
  })

  it('gives the server’s sentence as it is, and does not try again what was refused', async () => {
    phone.on('account.me', () => refusal('RATE_LIMITED', '点得太快了，过一分钟再来。'))
    const failed = services.call('account', 'me', {})
    await expect(failed).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      message: '点得太快了，过一分钟再来。',
    })
    expect(phone.calls).toHaveLength(1)
  })

  it('never shows English, not even for an answer nobody understands', async () => {
    phone.on('account.me', () => ({ raw: 'Internal Server Error' }))
    const message = await services.call('account', 'me', {}).catch(services.sayWhy)
    expect(message).not.toMatch(/[A-Za-z]/)
    expect(services.sayWhy(new TypeError('x is undefined'))).not.toMatch(/[A-Za-z]/)
  })
})

describe('a draft', () => {
  it('keeps its request id while it is filled in, and gets another when it is done', () => {
    const first = drafts.openDraft('a', { text: '' })
    drafts.keepForm('a', first, { text: '写了一半' })
    const again = drafts.openDraft('a', { text: '' })
    expect(again).toMatchObject({ requestId: first.requestId, form: { text: '写了一半' } })
    drafts.closeDraft('a')
    expect(drafts.openDraft('a', { text: '' }).requestId).not.toBe(first.requestId)
  })

  it('survives a phone whose storage is full', () => {
    const { wx } = globalThis as unknown as { wx: { setStorageSync: () => void } }
    wx.setStorageSync = () => {
      throw new Error('exceed max size')
    }
    expect(drafts.openDraft('b', { text: '' }).requestId).toBeTruthy()
  })
})
