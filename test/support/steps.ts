import type { Output } from '../../typings/wire'
import type { LocalCloud } from './local-cloud'
import { CADRE, newRequest, THURSDAY, VILLAGER } from './people'

export type Receipt = Output<'case', 'submit'>['case']
export type Appointment = Output<'appointment', 'book'>['appointment']

export const APPLICANT = { name: '覃大旺', contact: { by: 'agent' } }

/** Hands in a matter as a villager; returns the receipt. */
export async function submit(
  cloud: LocalCloud,
  openid = VILLAGER,
  code = 'MZ-05',
): Promise<Receipt> {
  const answer = await cloud.ok<Output<'case', 'submit'>>(openid, 'case.submit', {
    code,
    requestId: newRequest(),
    applicant: APPLICANT,
    materials: [{ key: 'id-card' }],
  })
  return answer.case
}

/** One staff action. */
export const step = (
  cloud: LocalCloud,
  action: 'accept' | 'progress' | 'decide' | 'complete',
  id: string,
  content: Record<string, unknown> = {},
  openid = CADRE,
) =>
  cloud.ok<Output<'case', 'accept'>>(openid, `case.${action}`, {
    id,
    requestId: newRequest(),
    ...content,
  })

/** A matter handed in, accepted, decided and completed. */
export async function completedCase(cloud: LocalCloud, openid = VILLAGER): Promise<Receipt> {
  const receipt = await submit(cloud, openid)
  await step(cloud, 'accept', receipt.id)
  await step(cloud, 'decide', receipt.id, { outcome: 'approve', reply: '批了，钱三天内到卡上' })
  await step(cloud, 'complete', receipt.id)
  return receipt
}

/** The open slots of a venue on a day. */
export async function slotsOf(cloud: LocalCloud, venueId = 'v01', date = THURSDAY) {
  const { slots } = await cloud.ok<Output<'appointment', 'slots'>>(null, 'appointment.slots', {
    venueId,
    from: date,
    to: date,
  })
  return slots
}

/** Registers a new villager under this openid. */
export async function register(cloud: LocalCloud, openid: string, name = '张三'): Promise<void> {
  await cloud.ok(openid, 'account.bindResident', {
    name,
    villageId: 'v01',
    contact: { by: 'agent' },
    consent: true,
    requestId: newRequest(),
  })
}
