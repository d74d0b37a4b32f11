import { action } from '../../core/kernel/action'
import { AppError } from '../../core/kernel/errors'
import { otherContent } from '../../core/store/commit'
import { changeSlotSettings, slotSettings } from '../../core/store/settings'
import { findSlot } from '../../core/store/slots'
import { slotsOfDay } from '../../core/domain/slots'
import type { SlotException } from '../../core/domain/slots'
import type { Slot, SlotSettings } from '../../core/store/documents/slot'
import { addDays, businessDate } from '../../../miniprogram/shared/dates'
import type * as z from 'zod'
import { hitBy } from '../hits'
import { changesAt } from '../plan'
import type { PlanChange } from '../plan'
import { changePlanInput, changePlanOutput } from '../schema'

type Input = z.infer<typeof changePlanInput>

export const changePlan = action({
  summary: '改号源安排：先看会影响谁；约了的人不动，停掉的时间另留一个号并告诉本人',
  by: ['admin'],
  scope: 'township',
  input: changePlanInput,
  output: changePlanOutput,
  run: async ({ scope, now, request }, input) => {
    const { dryRun = false, version } = input
    const settings = await slotSettings(scope)
    const repeated = settings.lastChange?.key === request.key
    if (repeated && settings.lastChange?.content !== request.content) throw otherContent()
    checkDays(input.exceptions ?? [], settings.exceptions ?? [], businessDate(now))
    const after = settingsAfter(settings, input)
    checkExtraHours(after, businessDate(now))
    const changes = await allChanges(settings, after, now)
    const people = hitBy(await withPeople(changes.flatMap(({ close }) => close)))
    const sum = {
      added: changes.reduce((count, { add }) => count + add.length, 0),
      removed: changes.reduce(
        (count, { remove, close }) => count + remove.length + close.length,
        0,
      ),
      keptDays: new Set(changes.filter(({ kept }) => kept).map(({ date }) => date)).size,
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

/** @throws AppError `INVALID_INPUT` when it names a template or a place that is not there. */
function settingsAfter(settings: SlotSettings, input: Input): SlotSettings {
  const { templates = {}, venues: moved = [] } = input
  const after = {
    ...settings,
    templates: { ...settings.templates, ...templates },
    venues: settings.venues.map((venue) => ({
      ...venue,
      ...moved.find(({ id }) => id === venue.id),
    })),
    exceptions: input.exceptions ?? settings.exceptions ?? [],
    horizonDays: input.horizonDays ?? settings.horizonDays,
  }
  checkNames(settings, after, input)
  const used = new Set(followed(after))
  // What no place follows any more is gone.
  const kept = Object.entries(after.templates).filter(([key]) => used.has(key))
  return { ...after, templates: Object.fromEntries(kept) }
}

const followed = ({ venues }: SlotSettings): string[] =>
  venues.flatMap(({ template, also = [] }) => [template, ...also])

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

/** A template or a place that is not there would be an edit without effect. */
function checkNames(before: SlotSettings, after: SlotSettings, input: Input): void {
  const places = new Set(before.venues.map(({ id }) => id))
  const used = new Set(followed(after))
  const unknown =
    [...used].some((key) => !Object.hasOwn(after.templates, key)) ||
    Object.keys(after.templates).some(
      (key) => !Object.hasOwn(before.templates, key) && !used.has(key),
    ) ||
    (input.venues ?? []).some(({ id }) => !places.has(id)) ||
    after.exceptions?.some(({ venueId }) => venueId !== null && !places.has(venueId))
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

/** Hours that hold not one number would be an extra day without effect. */
function checkExtraHours(
  { templates, venues, exceptions = [] }: SlotSettings,
  today: string,
): void {
  const opensNothing = ({ date, kind, venueId, sessions }: SlotException): boolean =>
    kind === 'extra' &&
    date >= today &&
    sessions.length > 0 &&
    venues
      .filter(({ id }) => venueId === null || venueId === id)
      .flatMap(({ template }) => templates[template] ?? [])
      .every((template) => slotsOfDay(template, date, sessions).length === 0)
  if (exceptions.some(opensNothing)) {
    throw new AppError('INVALID_INPUT', '加开的时间太短，放不出一个号。把时间放长一点再存。', {
      fields: { sessions: '比一个号还短' },
    })
  }
}
