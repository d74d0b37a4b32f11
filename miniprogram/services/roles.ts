/**
 * 上班: where the people at work start and what their bottom bar shows. The one table of roles and
 * pages; whoever has two roles has the tabs of both.
 */
import type { Account } from './account'

export type Role = Account['roles'][number]

export interface StaffTab {
  readonly key: 'board' | 'inbox' | 'today' | 'village' | 'me'
  readonly path: string
  readonly icon: string
  readonly iconOn: string
  readonly text: string
}

/** In the order of the bar. */
const TABS: readonly StaffTab[] = [
  {
    key: 'board',
    path: '/packages/station/board/board',
    icon: 'chart-bar',
    iconOn: 'chart-bar',
    text: '看板',
  },
  {
    key: 'inbox',
    path: '/packages/office/inbox/inbox',
    icon: 'view-list',
    iconOn: 'view-list',
    text: '要办的',
  },
  {
    key: 'today',
    path: '/packages/office/today/today',
    icon: 'calendar',
    iconOn: 'calendar-filled',
    text: '今天',
  },
  {
    key: 'village',
    path: '/packages/station/agent/agent',
    icon: 'usergroup',
    iconOn: 'usergroup',
    text: '本村',
  },
  { key: 'me', path: '/packages/office/me/me', icon: 'user', iconOn: 'user-filled', text: '我的' },
]

interface Work {
  readonly role: Role
  readonly start: StaffTab['key']
  readonly tabs: readonly StaffTab['key'][]
}

/** The first that fits says where a person starts. */
const WORK: readonly Work[] = [
  { role: 'leader', start: 'board', tabs: ['board', 'inbox', 'me'] },
  { role: 'head', start: 'inbox', tabs: ['inbox', 'me'] },
  { role: 'supervisor', start: 'board', tabs: ['board', 'me'] },
  { role: 'cadre', start: 'inbox', tabs: ['inbox', 'today', 'me'] },
  { role: 'window', start: 'inbox', tabs: ['inbox', 'today', 'me'] },
  { role: 'agent', start: 'village', tabs: ['inbox', 'today', 'village', 'me'] },
  { role: 'admin', start: 'me', tabs: ['me'] },
]

type Roles = { readonly roles: readonly Role[] } | null | undefined

const workOf = (account: Roles): Work[] =>
  WORK.filter(({ role }) => account?.roles.includes(role) ?? false)

/** Empty for everybody who only comes as a villager. */
export function staffTabs(account: Roles): StaffTab[] {
  const keys = new Set(workOf(account).flatMap(({ tabs }) => tabs))
  return TABS.filter(({ key }) => keys.has(key))
}

/** The page on which work begins; empty for everybody else. */
export function staffStart(account: Roles): string {
  const start = workOf(account)[0]?.start
  return TABS.find(({ key }) => key === start)?.path ?? ''
}

/** Whoever sits at a window or in an office takes in what people bring. */
export const receivesPeople = (account: Roles): boolean =>
  account?.roles.some((role) => role === 'window' || role === 'cadre') ?? false
