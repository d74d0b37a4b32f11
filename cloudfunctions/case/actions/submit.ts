import { action } from '../../core/kernel/action'
import type { KnownCall } from '../../core/kernel/action'
import { CALENDAR } from '../../core/kernel/calendar'
import { sealContact } from '../../core/kernel/contact'
import { AppError, notFound } from '../../core/kernel/errors'
import { dispatch } from '../../core/kernel/notices'
import { newNumber, newQueryCode } from '../../core/kernel/query-code'
import { addWorkdays } from '../../core/domain/calendar'
import { endOfDay } from '../../core/domain/deadline'
import { create, dueWith } from '../../core/store/commit'
import { DuplicateError, findOne } from '../../core/store/database'
import type { Contact } from '../../core/store/documents/account'
import type { CaseDocument } from '../../core/store/documents/case'
import type { ItemDocument } from '../../core/store/documents/catalog'
import { nextEvent } from '../../core/store/events'
import { businessDate } from '../../../miniprogram/shared/dates'
import type * as z from 'zod'
import { newTaskNotice } from '../notices'
import { submitInput, submitOutput } from '../schema'
import { holderOf } from '../step'
import { LOOK_WORKDAYS, receiptOf } from '../view'

type Input = z.infer<typeof submitInput>

/** Nobody is without a way to be reached: the agent of the village tells them. */
const BY_AGENT: Contact = { by: 'agent', phone: null }

/** A number is taken about once in 10,000 tries on a busy day; several in a row never happen. */
const MOST_NUMBERS = 5

export const submit = action({
  summary: '交件：缺材料也收，收下就有编号和查询码',
  by: ['villager', 'agent'],
  scope: 'ownCases',
  input: submitInput,
  output: submitOutput,
  run: async (call, input) => {
    const item = await findOne<ItemDocument>('items', {
      township: call.township,
      code: input.code,
      retired: null,
    })
    if (!item) throw notFound('这个事项')
    if (item.mode === 'booking' || item.mode === 'consultation') throw notForSubmitting(item)
    for (let attempt = 1; ; attempt++) {
      try {
        const { doc, repeated } = await create('cases', newCase(call, input, item, item.mode))
        if (!repeated) await dispatch('cases', doc, doc.out, call.now)
        return { case: receiptOf(doc, call.now) }
      } catch (error) {
        if (!(error instanceof DuplicateError) || attempt === MOST_NUMBERS) throw error
      }
    }
  },
})

function notForSubmitting(item: ItemDocument): AppError {
  const message =
    item.mode === 'booking'
      ? `“${item.name}”要本人到场，不用在这里交件。请先约个号，我们帮您约好时间。`
      : `“${item.name}”是咨询，不用交件。请打电话 ${item.unit.phone}，或者约个号来问。`
  return new AppError('INVALID_INPUT', message, { fields: { code: '这个事项不用交件' } })
}

function newCase(
  call: KnownCall,
  input: Input,
  item: ItemDocument,
  mode: CaseDocument['mode'],
): CaseDocument {
  const { township, now, caller, request } = call
  const receivedOn = businessDate(now)
  const lookBy = addWorkdays(receivedOn, LOOK_WORKDAYS, CALENDAR)
  const number = newNumber(receivedOn)
  const { staff, resident } = caller.account
  const isAgent = staff?.roles.includes('agent') ?? false
  const event = nextEvent(null, {
    at: now,
    by: caller.id,
    byName: input.applicant.name,
    action: 'submit',
    to: 'received',
    text: isAgent ? `代办员${caller.name}替${input.applicant.name}交件` : '交上来了',
    ...request,
  })
  const identity = {
    _id: request.key,
    township,
    unit: item.unit.id,
    unitName: item.unit.name,
    itemName: item.name,
    number,
    ownerId: caller.id,
    agentId: isAgent ? caller.id : null,
  }
  const out = [newTaskNotice(identity, lookBy, now)]
  const nextDueAt = dueWith(undefined, out)
  return {
    ...identity,
    schema: 1,
    v: 1,
    state: 'received',
    ...newQueryCode(number, receivedOn),
    itemCode: item.code,
    mode,
    unitPhone: item.unit.phone,
    steps: item.steps.map(({ name, by }) => ({ name, by })),
    villageId: input.applicant.villageId ?? resident?.villageId ?? staff?.villageId ?? '',
    applicant: {
      name: input.applicant.name,
      contact: input.applicant.contact
        ? sealContact(input.applicant.contact)
        : (resident?.contact ?? BY_AGENT),
    },
    materials: item.materials.map(({ key, name, required }) => ({
      key,
      name,
      required,
      fileId: input.materials.find((paper) => paper.key === key)?.fileId ?? null,
    })),
    note: input.note ?? '',
    firstReceiver: isAgent ? holderOf(call) : null,
    holder: null,
    receivedAt: now,
    receivedOn,
    acceptedOn: null,
    decidedOn: null,
    completedAt: null,
    commitDays: item.commitDays,
    open: true,
    urgentAt: endOfDay(lookBy),
    warnAt: endOfDay(lookBy),
    reply: null,
    rating: null,
    log: [event],
    out,
    ...(nextDueAt ? { nextDueAt } : {}),
  }
}
