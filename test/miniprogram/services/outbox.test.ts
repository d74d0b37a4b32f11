/** What waits for a signal: goes out once, in order, by itself, whatever happens in between. */
import { beforeEach, describe, expect, it, jest } from '@jest/globals'
import type * as Drafts from '../../../miniprogram/services/drafts'
import type * as Outbox from '../../../miniprogram/services/outbox'
import type * as Sending from '../../../miniprogram/services/sending'
import { ME, refusal } from '../support/answers'
import { newPhone, settle } from '../support/simulate'
import type { Phone } from '../support/simulate'

let phone: Phone
let outbox: typeof Outbox
let sending: typeof Sending
let drafts: typeof Drafts

const RECEIPT = {
  id: 'c1',
  number: '1124-61585-2',
  queryCode: '955764',
  status: 'received',
  dueDate: '2026-12-08',
}
const PHOTO = { state: 'failed' as const, path: 'wxfile://store_0.jpg' }

/** The app begins anew: only what is on the phone is left. */
async function restart(): Promise<void> {
  const { simulatedWx } = globalThis as unknown as { simulatedWx: object }
  Object.assign(globalThis, { wx: simulatedWx })
  jest.resetModules()
  outbox = await import('../../../miniprogram/services/outbox')
  sending = await import('../../../miniprogram/services/sending')
  drafts = await import('../../../miniprogram/services/drafts')
}

function begun(id: string, papers: Outbox.Begun['form']['papers'] = {}): Outbox.Begun {
  return {
    id,
    action: 'submit',
    input: {
      code: 'MZ-05',
      requestId: id,
      applicant: { name: '覃大旺' },
      materials: [{ key: 'a' }],
    },
    title: '临时救助，覃大旺',
    page: '/packages/case/submit/submit?code=MZ-05',
    draft: 'submit:MZ-05',
    form: { papers },
    receipt: { itemName: '临时救助', papers: [] },
  }
}

const calls = (action = 'submit') =>
  phone.calls.filter(({ data }) => data.action === action).map(({ data }) => data)
const states = () => outbox.outbox().map(({ id, state }) => `${id} ${state}`)

beforeEach(async () => {
  phone = newPhone()
  phone.noUploads = false
  phone.stored.set('cache1:me', { data: ME, at: 1 })
  phone.on('case.submit', ({ requestId }) => ({
    case: { ...RECEIPT, id: `c-${String(requestId)}` },
  }))
  await restart()
})

describe('with a signal', () => {
  it('goes at once and leaves nothing behind', async () => {
    drafts.keepForm('submit:MZ-05', { requestId: 'r1', form: {}, at: 0 }, {})
    await expect(sending.sendOrKeep(begun('r1'))).resolves.toMatchObject({
      waiting: false,
      receipt: { number: '1124-61585-2' },
    })
    expect(outbox.outbox()).toEqual([])
    expect(drafts.draftNames('')).toEqual([])
    expect(phone.stored.get('cache1:receipt:c-r1')).toMatchObject({
      data: { itemName: '临时救助', queryCode: '955764' },
    })
  })

  it('what the server refuses stays the draft it was', async () => {
    phone.on('case.submit', () => refusal('INVALID_INPUT', '姓名没写。'))
    drafts.keepForm('submit:MZ-05', { requestId: 'r1', form: {}, at: 0 }, {})
    await expect(sending.sendOrKeep(begun('r1'))).rejects.toThrow('姓名没写。')
    expect(outbox.outbox()).toEqual([])
    expect(drafts.draftRequest('submit:MZ-05')).toBe('r1')
  })
})

describe('without a signal', () => {
  it('waits, and goes out once and in order when the signal is back', async () => {
    phone.offline = true
    for (const id of ['r1', 'r2', 'r3']) {
      drafts.keepForm('submit:MZ-05', { requestId: id, form: {}, at: 0 }, {})
      await expect(sending.sendOrKeep(begun(id))).resolves.toMatchObject({ waiting: true })
    }
    expect(drafts.draftNames('')).toEqual([])
    phone.offline = false
    phone.calls.length = 0
    sending.signalCame()
    sending.signalCame()
    await sending.sendWaiting()
    expect(calls().map(({ requestId }) => requestId)).toEqual(['r1', 'r2', 'r3'])
    expect(states()).toEqual(['r1 sent', 'r2 sent', 'r3 sent'])
  }, 20_000)

  it('the first that finds no signal spares the others the wait', async () => {
    phone.offline = true
    outbox.addPiece(begun('r1'))
    outbox.addPiece(begun('r2'))
    await sending.sendWaiting()
    expect(new Set(calls().map(({ requestId }) => requestId))).toEqual(new Set(['r1']))
    expect(states()).toEqual(['r1 waiting', 'r2 waiting'])
  })

  it('survives that WeChat is closed, and is begun by the app', async () => {
    phone.offline = true
    await sending.sendOrKeep(begun('r1'))
    phone.offline = false
    await restart()
    expect(states()).toEqual(['r1 waiting'])
    sending.signalCame()
    await settle(60)
    expect(states()).toEqual(['r1 sent'])
  })

  it('a full phone says that it must not be closed, and keeps the draft', async () => {
    drafts.keepForm('submit:MZ-05', { requestId: 'r1', form: {}, at: 0 }, {})
    phone.offline = true
    phone.full = true
    await expect(sending.sendOrKeep(begun('r1'))).rejects.toMatchObject({ code: 'PHONE_FULL' })
    expect(outbox.outbox()).toEqual([])
    expect(drafts.draftRequest('submit:MZ-05')).toBe('r1')
  })

  it('a full phone with a signal hands in all the same', async () => {
    phone.full = true
    await expect(sending.sendOrKeep(begun('r1'))).resolves.toMatchObject({ waiting: false })
  })
})

describe('photos', () => {
  beforeEach(() => {
    phone.files.add(PHOTO.path)
  })

  it('go first, under a name of their own, and leave the phone when all has arrived', async () => {
    await sending.sendOrKeep(begun('r1', { a: PHOTO }))
    expect(phone.uploaded).toEqual(['papers/r1-0.jpg'])
    expect(calls()[0]?.materials).toEqual([
      { key: 'a', fileId: 'cloud://env.bucket/papers/r1-0.jpg' },
    ])
    expect([...phone.files]).toEqual([])
  })

  it('killed between the photo and the call: the photo is not sent again, the call is', async () => {
    outbox.addPiece(begun('r1', { a: PHOTO }))
    phone.on('case.submit', () => new Promise(() => undefined))
    void sending.sendWaiting()
    await settle(60)
    expect(phone.uploaded).toHaveLength(1)
    await restart()
    phone.on('case.submit', () => ({ case: RECEIPT }))
    await sending.sendWaiting()
    expect(phone.uploaded).toHaveLength(1)
    expect(new Set(calls().map((data) => JSON.stringify(data))).size).toBe(1)
    expect(states()).toEqual(['r1 sent'])
  })

  it('killed while a photo goes up: it goes up again in its own place', async () => {
    outbox.addPiece(begun('r1', { a: PHOTO }))
    const piece = outbox.pieceOf('r1')
    await sending.sendWaiting()
    await restart()
    phone.files.add(PHOTO.path)
    outbox.changePiece('r1', { ...piece })
    await sending.sendWaiting()
    expect(new Set(phone.uploaded)).toEqual(new Set(['papers/r1-0.jpg']))
    expect(new Set(calls().map((data) => JSON.stringify(data))).size).toBe(1)
  })

  it('that the phone has lost are left out, and that is said', async () => {
    outbox.addPiece(begun('r1', { a: PHOTO }))
    phone.files.clear()
    await sending.sendWaiting()
    expect(calls()[0]?.materials).toEqual([{ key: 'a' }])
    expect(outbox.outbox()[0]).toMatchObject({ state: 'sent', why: /自己带/ })
  })

  it('a supplement that has lost its only photo is mended and not sent', async () => {
    outbox.addPiece({
      ...begun('r1', { a: PHOTO }),
      action: 'supplement',
      input: { id: 'c1', requestId: 'r1', materials: [{ key: 'a' }] },
    })
    phone.files.clear()
    await sending.sendWaiting()
    expect(calls('supplement')).toEqual([])
    expect(outbox.outbox()[0]).toMatchObject({ state: 'refused', why: /再拍一次/ })
  })

  it('that nothing names are dropped when the app starts', async () => {
    phone.files.add('wxfile://store_9.jpg')
    outbox.addPiece(begun('r1', { a: PHOTO }))
    sending.tidyPhotos()
    expect([...phone.files]).toEqual([PHOTO.path])
    await settle()
  })
})

describe('what is refused while nobody looks', () => {
  it('says why, stops nothing behind it, and becomes a draft again under its own number', async () => {
    phone.on('case.submit', ({ requestId }) =>
      requestId === 'r1' ? refusal('INVALID_INPUT', '这个事项不办了。') : { case: RECEIPT },
    )
    outbox.addPiece(begun('r1'))
    outbox.addPiece(begun('r2'))
    await sending.sendWaiting()
    expect(states()).toEqual(['r1 refused', 'r2 sent'])
    const [piece] = outbox.outbox()
    expect(piece?.why).toBe('这个事项不办了。')
    // Somebody else's papers were begun under the same name meanwhile.
    drafts.keepForm('submit:MZ-05', { requestId: 'r7', form: {}, at: 0 }, {})
    if (piece) {
      expect(outbox.mendPiece(piece)).toBe(
        '/packages/case/submit/submit?code=MZ-05&draft=submit%3AMZ-05%3Ar1',
      )
    }
    expect(drafts.draftRequest('submit:MZ-05')).toBe('r7')
    expect(drafts.draftRequest('submit:MZ-05:r1')).toBe('r1')
    expect(states()).toEqual(['r2 sent'])
  })

  it('our own trouble makes it wait, with the sentence', async () => {
    phone.on('case.submit', () => ({
      ok: false,
      error: { code: 'INTERNAL', message: '我们这边出了问题。', retryable: true },
    }))
    outbox.addPiece(begun('r1'))
    await sending.sendWaiting()
    expect(outbox.outbox()[0]).toMatchObject({ state: 'waiting', why: '我们这边出了问题。' })
  })
})

it('on a shared phone nobody sees or sends what another put there', async () => {
  phone.offline = true
  await sending.sendOrKeep(begun('r1'))
  phone.offline = false
  const other = { ...ME, account: { ...ME.account, id: 'a-other' } }
  phone.stored.set('cache1:me', { data: other, at: 1 })
  await restart()
  expect(outbox.outbox()).toEqual([])
  phone.calls.length = 0
  await sending.sendWaiting()
  expect(calls()).toEqual([])
  phone.stored.set('cache1:me', { data: ME, at: 1 })
  await restart()
  await sending.sendWaiting()
  expect(states()).toEqual(['r1 sent'])
})
