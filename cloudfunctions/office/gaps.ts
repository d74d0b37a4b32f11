/** 空岗: a window at which nobody is left, and nobody was named to stand in. */
import type { KnownCall } from '../core/kernel/action'
import { dispatch } from '../core/kernel/notices'
import { presenceOn } from '../core/domain/whereabouts'
import { commit, create } from '../core/store/commit'
import { find } from '../core/store/database'
import type { Account, Whereabouts } from '../core/store/documents/account'
import type { Notice } from '../core/store/documents/matter'
import type { Gap } from '../core/store/documents/staff'
import { nextEvent } from '../core/store/events'
import { newMatter } from '../core/store/new-matter'
import { businessDate } from '../../miniprogram/shared/dates'
import { staffNotice } from './notices'

/**
 * After somebody at a window said where they are: tells the leader of the day when the window is
 * left without anybody, and closes the alert when somebody is back.
 */
export async function watchWindow(call: KnownCall, said: Whereabouts): Promise<void> {
  const { staff } = call.caller.account
  const window = staff?.window
  if (!window || !staff.roles.includes('window')) return
  if (said.state === 'in' || said.substitute) await closeGaps(call, window)
  else if (await isLeft(call, window)) await openGap(call, window)
}

/** Nobody else of the window is here; who said nothing is taken to be here. */
async function isLeft({ township, caller, now }: KnownCall, window: string): Promise<boolean> {
  const today = businessDate(now)
  const others = await find<Account>('accounts', {
    township,
    'staff.roles': 'window',
    'staff.window': window,
    _id: { $ne: caller.id },
  })
  return others.every((other) => {
    const there = presenceOn<Whereabouts, Whereabouts>(other, today)
    return there !== null && there.state !== 'in' && there.substitute === null
  })
}

async function openGap(call: KnownCall, window: string): Promise<void> {
  const { now, caller, request } = call
  const gap = newMatter<Gap>(
    call,
    { action: 'gap', state: 'open', text: `${window}没人了` },
    { window, date: businessDate(now), at: now, left: caller.name, coveredBy: '' },
    {
      tell: () => [
        staffNotice(`gap:${request.key}`, now, {
          to: { duty: 'leader' },
          title: '有个窗口没人',
          text: `${window}没人了，${caller.name}不在。点开安排一个人去。`,
          place: window,
          hint: '点开安排人',
          target: '/packages/desk/leave/leave',
        }),
      ],
    },
  )
  const { doc, repeated } = await create('gaps', gap)
  if (!repeated) await dispatch('gaps', doc, doc.out, now)
}

async function closeGaps(call: KnownCall, window: string): Promise<void> {
  const { township } = call
  const open = await find<Gap>('gaps', { township, state: 'open', window })
  for (const gap of open) await coverGap(call, gap, call.caller.name)
}

/** False when somebody else closed it at this moment. */
export function coverGap(
  call: KnownCall,
  gap: Gap,
  coveredBy: string,
  out: readonly Notice[] = [],
): Promise<boolean> {
  const { now, caller, request } = call
  const event = nextEvent(gap, {
    at: now,
    by: caller.id,
    byName: caller.name,
    action: 'coverWindow',
    to: 'covered',
    text: `${coveredBy}在`,
    ...request,
  })
  return commit('gaps', gap, { set: { coveredBy }, event, out })
}

export const gapView = ({ _id, window, at, left, state, coveredBy }: Gap) => ({
  id: _id,
  window,
  at: at.toISOString(),
  left,
  state,
  coveredBy,
})
