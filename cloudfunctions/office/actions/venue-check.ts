import { action } from '../../core/kernel/action'
import { calendarOf } from '../../core/kernel/township-calendar'
import { AppError, notFound } from '../../core/kernel/errors'
import { dispatch } from '../../core/kernel/notices'
import { addWorkdays } from '../../core/domain/calendar'
import { FIX_WORKDAYS, missingHaves } from '../../core/domain/eight-haves'
import { create } from '../../core/store/commit'
import { find, findOne, updateOne } from '../../core/store/database'
import type { Account } from '../../core/store/documents/account'
import type { PlaceDocument } from '../../core/store/documents/catalog'
import type { VenueCheck } from '../../core/store/documents/place'
import { newMatter } from '../../core/store/new-matter'
import { businessDate } from '../../../miniprogram/shared/dates'
import { venueCheckInput, venueCheckOutput } from '../schema/places'
import { checkView, fixNotice, remindAt } from '../venue/check'

export const venueCheck = action({
  summary: '检查村便民服务室的“八有”，缺的交给代办员整改',
  by: ['leader', 'supervisor'],
  scope: 'township',
  input: venueCheckInput,
  output: venueCheckOutput,
  run: async (call, input) => {
    const { township, now, caller } = call
    const [place, agents] = await Promise.all([
      findOne<PlaceDocument>('places', {
        _id: `${township}:place:${input.placeId}`,
        township,
        kind: 'village',
      }),
      find<Account>('accounts', {
        township,
        'staff.villageId': input.placeId,
        'staff.roles': 'agent',
      }),
    ])
    if (!place) throw notFound('这个村的便民服务室')
    const on = businessDate(now)
    const missing = missingHaves(input.haves)
    const fixBy =
      missing.length === 0
        ? null
        : (input.fixBy ?? addWorkdays(on, FIX_WORKDAYS, calendarOf(township)))
    if (fixBy !== null && fixBy < on) {
      throw new AppError('INVALID_INPUT', '整改的日子已经过了，选今天或者以后的。', {
        fields: { fixBy: '已经过了' },
      })
    }
    const check = newMatter<VenueCheck>(
      call,
      {
        action: 'venueCheck',
        state: missing.length === 0 ? 'fine' : 'fixing',
        text: missing.length === 0 ? '八样都有' : `缺${missing.join('、')}`,
      },
      {
        placeId: place.id,
        placeName: place.name,
        parties: [caller.id, ...agents.map(({ _id }) => _id)],
        on,
        at: now,
        inspector: { account: caller.id, name: caller.name },
        haves: input.haves,
        note: input.note ?? '',
        fileId: input.fileId ?? null,
        fixBy,
        fixByCounted: fixBy !== null && input.fixBy === undefined,
        fixed: null,
      },
      {
        dueAt: remindAt,
        tell: (doc) =>
          doc.state === 'fixing'
            ? agents.map(({ _id }) => fixNotice(doc, `check:${doc._id}`, now, _id))
            : [],
      },
    )
    const { doc } = await create('checks', check)
    // The room shows what was found; written after the check, and again by a repeat.
    await updateOne(
      'places',
      { _id: place._id, township },
      { $set: { eightHaves: doc.haves, checkedOn: doc.on, edited: true } },
    )
    await dispatch('checks', doc, doc.out, now)
    return { check: checkView(doc, caller) }
  },
})
