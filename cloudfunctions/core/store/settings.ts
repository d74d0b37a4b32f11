import { AppError } from '../kernel/errors'
import { findOne, updateOne } from './database'
import type { Query } from './database'
import type { RequestKey } from './commit'
import type { CalendarSettings } from './documents/calendar'
import type { DispatchSettings } from './documents/meeting'
import type { RollupSettings, WorkSettings } from './documents/rollup'
import type { SlotSettings } from './documents/slot'
import type { WarningSettings } from './documents/warning'

/** Notes how far a nightly job has come; another tick that did it meanwhile wins. */
export async function advanceSettings<
  Settings extends
    | SlotSettings
    | RollupSettings
    | WorkSettings
    | WarningSettings
    | DispatchSettings
    | CalendarSettings,
>({ _id, township, v }: Settings, done: Partial<Settings>): Promise<void> {
  await updateOne('settings', { _id, township, v }, { $set: done, $inc: { v: 1 } })
}

/** 号源安排 of the township. */
export async function slotSettings(scope: Query): Promise<SlotSettings> {
  const settings = await findOne<SlotSettings>('settings', { ...scope, kind: 'slots' })
  if (!settings) throw new AppError('NOT_FOUND', '这个乡还没有号源安排，请找管理员。')
  return settings
}

/** Writes a new plan and has everything that is open looked at again; false when it changed. */
export function changeSlotSettings(
  { _id, township, v }: SlotSettings,
  { templates, venues, exceptions, horizonDays }: SlotSettings,
  { key, content }: RequestKey,
  now: Date,
): Promise<boolean> {
  return updateOne(
    'settings',
    { _id, township, v },
    {
      $set: {
        templates,
        venues,
        exceptions,
        horizonDays,
        openUntil: null,
        lastChange: { key, content },
        nextDueAt: now,
      },
      $inc: { v: 1 },
    },
  )
}

/** The holidays changed: what is open is looked at again now, not in the night. */
export const planAgain = (township: string, now: Date): Promise<boolean> =>
  updateOne('settings', { _id: `${township}:slots`, township }, { $min: { nextDueAt: now } })
