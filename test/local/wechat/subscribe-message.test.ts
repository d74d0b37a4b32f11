import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { CloudFixture, TEMPLATE } from '../cloud-fixture'

const cloud = new CloudFixture()
const NOW = Date.parse('2026-11-17T01:00:00Z')

interface Sent {
  errcode?: number
  errCode?: number
  errmsg?: string
  errMsg?: string
  code?: string
}

const GOOD = {
  touser: 'villager',
  templateId: TEMPLATE.id,
  page: 'packages/case/detail?id=1',
  data: {
    thing1: { value: '临时救助（您的申请已经受理，请放心）' },
    time2: { value: '2026年11月17日 09:00' },
    phrase3: { value: '已受理' },
  },
}

const send = async (change: object = {}, action = 'nodeSdk', timeout = 5000): Promise<Sent> => {
  const event = { action, message: { ...GOOD, ...change }, timeout }
  return (await cloud.call<Sent>('notify', event)).result
}
const messagesOf = async (openid: string) =>
  (await cloud.get(`/wx/messages?openid=${openid}`)).body.messages as unknown as object[]
const accept = (openid: string, answer = 'accept') =>
  cloud.post('/wx/subscribe', { openid, templates: { [TEMPLATE.id]: answer } })
const wechatIs = (mode: string) => cloud.post('/__test/wechat', { mode })

beforeAll(async () => {
  await cloud.build('notify')
  await cloud.start({ now: NOW })
}, 60_000)
afterAll(() => cloud.remove())
beforeEach(() => wechatIs('ok'))

describe.each(['nodeSdk', 'wxServerSdk'])('a message sent by %s', (action) => {
  const touser = `of-${action}`

  test('arrives once for each acceptance', async () => {
    await accept(touser)
    expect(await send({ touser }, action)).toMatchObject(
      action === 'nodeSdk'
        ? { errcode: 0, errmsg: 'openapi.subscribeMessage.send:ok' }
        : { errCode: 0 },
    )
    expect(await messagesOf(touser)).toEqual([
      {
        id: expect.any(String),
        templateId: TEMPLATE.id,
        title: TEMPLATE.title,
        page: GOOD.page,
        data: GOOD.data,
        at: expect.stringMatching(/^2026-11-17T01:/),
      },
    ])
    const again = await send({ touser }, action)
    expect(again.errcode ?? again.errCode).toBe(43101)
    expect(await messagesOf(touser)).toHaveLength(1)
  })

  test.each([
    ['no such person', { touser: '' }, 40003],
    ['no such template', { templateId: 'tpl-9' }, 40037],
    ['no page of ours', { page: 'https://example.com' }, 41030],
    ['a field too long', { data: { ...GOOD.data, thing1: { value: '一'.repeat(21) } } }, 47003],
    ['a field missing', { data: { thing1: GOOD.data.thing1 } }, 47003],
    ['a field too many', { data: { ...GOOD.data, name9: { value: '甲' } } }, 47003],
  ])('%s', async (_name, change, code) => {
    const sent = await send({ touser: 'demo-clerk', ...change }, action)
    expect(sent.errcode ?? sent.errCode).toBe(code)
  })
})

test('the wrong field is named', async () => {
  const sent = await send({ data: { ...GOOD.data, phrase3: { value: 'accepted' } } })
  expect(sent.errmsg).toContain('data.phrase3.value')
})

test('a wrong field does not use a permit up', async () => {
  await accept('careful')
  await send({ touser: 'careful', data: {} })
  expect(await send({ touser: 'careful' })).toMatchObject({ errcode: 0 })
})

test('a refusal gives no permit, and an unknown template is an error', async () => {
  expect((await accept('unwilling', 'reject')).body.permits).toEqual({ [TEMPLATE.id]: 0 })
  expect(await send({ touser: 'unwilling' })).toMatchObject({ errcode: 43101 })
  const { status } = await cloud.post('/wx/subscribe', { openid: 'u', templates: { x: 'accept' } })
  expect(status).toBe(400)
})

test('one acceptance is one message, also when several are sent at once', async () => {
  await accept('popular')
  await accept('popular')
  const sent = await Promise.all(Array.from({ length: 6 }, () => send({ touser: 'popular' })))
  expect(sent.filter(({ errcode }) => errcode === 0)).toHaveLength(2)
  expect(await messagesOf('popular')).toHaveLength(2)
})

test('the demo staff start with twenty, which a restart does not renew', async () => {
  expect(await send({ touser: 'demo-clerk' })).toMatchObject({ errcode: 0 })
  await cloud.stop()
  await cloud.start({ now: NOW })
  expect((await accept('demo-clerk')).body.permits).toEqual({ [TEMPLATE.id]: 20 })
  expect(await messagesOf('demo-clerk')).toHaveLength(1)
})

test('a function may call only what its config.json permits', async () => {
  expect(await send({}, 'forbidden')).toMatchObject({ errcode: -604101 })
})

describe('when WeChat', () => {
  beforeEach(() => accept('patient'))

  test.each([
    ['refuses', 'refuse', { errcode: 43101 }],
    ['is busy', 'busy', { errcode: -1 }],
    ['cannot be reached', 'fail', { code: 'SYS_ERR' }],
  ])('%s, the sender is told', async (_name, mode, expected) => {
    await wechatIs(mode)
    expect(await send({ touser: 'patient' })).toMatchObject(expected)
    expect(await messagesOf('patient')).toHaveLength(0)
  })

  test('does not answer, the sender gives up; nothing arrived', async () => {
    await wechatIs('timeout')
    expect((await send({ touser: 'patient' }, 'nodeSdk', 200)).code).toBe('ESOCKETTIMEDOUT')
    expect(await messagesOf('patient')).toHaveLength(0)
  })

  test('answers too late, the sender gives up; it did arrive', async () => {
    await wechatIs('lost')
    expect((await send({ touser: 'patient' }, 'nodeSdk', 500)).code).toBe('ESOCKETTIMEDOUT')
    expect(await messagesOf('patient')).toHaveLength(1)
  })
})
