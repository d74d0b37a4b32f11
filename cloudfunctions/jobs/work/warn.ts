/** 预警: recorded from the dates of the matters, so that late, twice or in parallel is the same. */
import { calendarOf } from '../../core/kernel/township-calendar'
import { hashId } from '../../core/kernel/hash'
import { dispatch, notice } from '../../core/kernel/notices'
import { applyStep } from '../../core/kernel/step'
import type { Actor } from '../../core/kernel/step'
import { COUNTING_STATES } from '../../core/domain/flows/appealable'
import {
  isExcused,
  WARNING_STEPS,
  warningsDeserved,
  withoutOutages,
} from '../../core/domain/warnings'
import type { DeservedWarning } from '../../core/domain/warnings'
import { findOne } from '../../core/store/database'
import { setNextDue } from '../../core/store/due'
import { advanceSettings } from '../../core/store/settings'
import type { CaseDocument } from '../../core/store/documents/case'
import type { Notice } from '../../core/store/documents/matter'
import type {
  OutageDocument,
  WarningDocument,
  WarningSettings,
} from '../../core/store/documents/warning'
import {
  mattersSince,
  outageDays,
  outagesBefore,
  recordWarning,
  warningFactsOf,
  warningId,
  warningsFrom,
} from '../../core/store/warnings'
import { bornOfItself, newMatter } from '../../core/store/new-matter'
import { WARNINGS } from '../../supervision/appealable'
import { NIGHT } from './night'
import { addDays, businessDate, instantOf, wallTime } from '../../../miniprogram/shared/dates'

/** After closing time, and after the day is over. */
const TIMES = [NIGHT, '17:35'] as const

/** Before the first run nothing was looked at; older matters were never warned about. */
const FIRST_LOOK_DAYS = 1

export async function recordWarnings(settings: WarningSettings, now: Date): Promise<void> {
  const { township, doneUntil } = settings
  const since = doneUntil ?? instantOf(addDays(businessDate(now), -FIRST_LOOK_DAYS))
  const calendar = withoutOutages(
    calendarOf(township),
    outageDays(await outagesBefore(township, now)),
  )
  for await (const batch of mattersSince(township, since)) {
    for (const doc of batch) {
      for (const deserved of warningsDeserved(warningFactsOf(doc, now), now, calendar)) {
        if (deserved.at >= since) await record(doc, deserved, now)
      }
    }
  }
  await advanceSettings(settings, { doneUntil: now, nextDueAt: nextLook(now) })
}

/** Before a day is counted: its warnings are there, also when the timers did not run for days. */
export async function recordWarningsUpTo(township: string, at: Date, now: Date): Promise<void> {
  const settings = await findOne<WarningSettings>('settings', { township, kind: 'warnings' })
  if (settings && (settings.doneUntil === null || settings.doneUntil < at)) {
    await recordWarnings(settings, now)
  }
}

function nextLook(now: Date): Date {
  const today = businessDate(now)
  const time = TIMES.find((one) => one > wallTime(now))
  return time ? instantOf(today, time) : instantOf(addDays(today, 1), TIMES[0])
}

async function record(doc: CaseDocument, deserved: DeservedWarning, now: Date): Promise<void> {
  const _id = warningId(doc._id, deserved)
  const { holder } = doc
  const warning = newMatter<WarningDocument>(
    bornOfItself(doc.township, now, hashId('record', _id)),
    {
      _id,
      action: 'recordWarning',
      state: 'standing',
      text: `${WARNING_STEPS[deserved.step]}，${deserved.colour === 'red' ? '红色' : '黄色'}`,
    },
    {
      caseId: doc._id,
      number: doc.number,
      itemName: doc.itemName,
      unit: doc.unit,
      unitName: doc.unitName,
      villageId: doc.villageId,
      ...deserved,
      holder: holder?.account ? { account: holder.account, name: holder.name } : null,
      appeal: null,
    },
    { tell: () => warningNotices(_id, doc, deserved, now) },
  )
  if (await recordWarning(warning)) await dispatch('warnings', warning, warning.out, now)
}

/** To whoever has it, to the leader when nobody has; red ones to the leader as well. */
function warningNotices(
  id: string,
  doc: CaseDocument,
  { step, colour, due }: DeservedWarning,
  now: Date,
): Notice[] {
  const account = doc.holder?.account
  const title = colour === 'red' ? '红色预警' : '黄色预警'
  const recipients = [
    ...(account ? [{ account }] : []),
    ...(!account || colour === 'red' ? [{ role: 'leader' as const }] : []),
  ]
  return recipients.map((to) =>
    notice(`warning:${id}`, now, {
      to,
      template: 'task',
      title,
      text: `${doc.itemName}，编号${doc.number}：${WARNING_STEPS[step]}最晚${due}。${account ? '' : '还没有人接手。'}`,
      target: '/packages/rating/warnings/warnings',
      values: {
        matter: doc.itemName,
        place: doc.unitName,
        by: `${due} 17:30`,
        hint: account ? title : '还没有人接手',
      },
    }),
  )
}

const SYSTEM: Actor = { id: 'system', name: '', relations: ['system'] }

/** A registered outage marks what would not have been late without it. */
export async function excuseWarnings(outage: OutageDocument, now: Date): Promise<void> {
  const { township } = outage
  const outages = outageDays(await outagesBefore(township, now))
  for (const warning of await warningsFrom(township, outage.from)) {
    if (!COUNTING_STATES.includes(warning.state)) continue
    if (!isExcused(warning, calendarOf(township), outages)) continue
    const key = hashId('excuse', warning._id)
    const done = await applyStep(WARNINGS, warning, SYSTEM, { key, content: key }, now, {
      action: 'excuse',
      facts: () => ({ text: outage.text }),
      change: () => ({ text: `不计：${outage.text}` }),
    })
    // Somebody appealed at this moment: the outage stays due, the next tick goes on.
    if (!done) return
  }
  await setNextDue('outages', outage, undefined)
}
