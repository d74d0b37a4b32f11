import { action } from '../../core/kernel/action'
import { AppError } from '../../core/kernel/errors'
import { otherContent } from '../../core/store/commit'
import { changeSlotSettings, slotSettings } from '../../core/store/settings'
import { findSlot } from '../../core/store/slots'
import type { SlotException } from '../../core/domain/slots'
import type { Slot, SlotSettings } from '../../core/store/documents/slot'
import { addDays, businessDate } from '../../../miniprogram/shared/dates'
import { hitBy } from '../hits'
import { changesAt } from '../plan'
import type { PlanChange } from '../plan'
import { changePlanInput, changePlanOutput } from '../schema'

export const changePlan = action({
  summary: '改号源安排：先看会影响谁；约了的人不动，停掉的时间另留一个号并告诉本人',
  by: ['admin'],
  scope: 'township',
  input: changePlanInput,
  output: changePlanOutput,
  run: async ({ scope, now, request }, input) => {
    const { dryRun = false, version, templates = {}, ...change } = input
    const settings = await slotSettings(scope)
    const repeated = settings.lastChange?.key === request.key
    if (repeated && settings.lastChange?.content !== request.content) throw otherContent()
    checkNames(settings, input)
    checkDays(input.exceptions ?? [], settings.exceptions ?? [], businessDate(now))
    const after = {
      ...settings,
      templates: { ...settings.templates, ...templates },
      exceptions: change.exceptions ?? settings.exceptions ?? [],
      horizonDays: change.horizonDays ?? settings.horizonDays,
    }
    const changes = await allChanges(settings, after, now)
    const people = hitBy(await withPeople(changes.flatMap(({ close }) => close)))
    const sum = {
      added: changes.reduce((count, { add }) => count + add.length, 0),
      removed: changes.reduce(
        (count, { remove, close }) => count + remove.length + close.length,
        0,
      ),
      people,
    }
    if (dryRun || repeated) return { ...sum, version: settings.v }
    const written =
      version === settings.v && (await changeSlotSettings(settings, after, request, now))
    if (!written) {
      throw new AppError('CONFLICT', '别人刚改过号源安排，这次没有存。请重新打开再改。')
    }
    return { ...sum, version: settings.v + 1 }
  },
})

async function allChanges(
  before: SlotSettings,
  after: SlotSettings,
  now: Date,
): Promise<PlanChange[]> {
  const today = businessDate(now)
  // What is open already; the days beyond are opened by the new plan anyway.
  const until = before.openUntil ?? addDays(today, after.horizonDays)
  const perVenue = await Promise.all(
    after.venues.map((venue) => changesAt(after, venue, today, until, now)),
  )
  return perVenue.flat()
}

const withPeople = async (slots: readonly Slot[]): Promise<Slot[]> => {
  const found = await Promise.all(slots.map(({ township, _id }) => findSlot({ township }, _id)))
  return found.filter((slot) => slot !== null)
}

type Input = Pick<SlotSettings, 'exceptions'> & { readonly templates?: object | undefined }

/** A template or a place that is not there would be an edit without effect. */
function checkNames(settings: SlotSettings, { templates = {}, exceptions = [] }: Input): void {
  const venues = new Set(settings.venues.map(({ id }) => id))
  const unknown =
    Object.keys(templates).some((name) => !Object.hasOwn(settings.templates, name)) ||
    exceptions.some(({ venueId }) => venueId !== null && !venues.has(venueId))
  if (unknown) {
    throw new AppError('INVALID_INPUT', '没有这个模板或者这个地方，请重新打开再改。')
  }
}

const LONGEST_AHEAD = 400

/** New ones lie ahead; those of days that passed come back with the rest, and may stay. */
function checkDays(
  exceptions: readonly SlotException[],
  before: readonly SlotException[],
  today: string,
): void {
  const known = new Set(before.map(({ id, date }) => `${id} ${date}`))
  if (exceptions.some(({ id, date }) => date < today && !known.has(`${id} ${date}`))) {
    throw new AppError('INVALID_INPUT', '例外的日子已经过了，改了也没有用。请选今天以后的。', {
      fields: { date: '已经过了' },
    })
  }
  if (new Set(exceptions.map(({ id }) => id)).size !== exceptions.length) {
    throw new AppError('INVALID_INPUT', '有两个例外编号一样，请删掉一个再存。', {
      fields: { id: '重复了' },
    })
  }
  const latest = addDays(today, LONGEST_AHEAD)
  if (exceptions.some(({ date }) => date > latest)) {
    throw new AppError('INVALID_INPUT', '例外的日子太远，最多排到一年以后。', {
      fields: { date: '太远了' },
    })
  }
}
