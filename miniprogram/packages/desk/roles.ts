import type { Member } from './calls'

export type StaffRole = Member['roles'][number]

/** In the order in which the form lists them. */
export const ROLE_WORDS: Readonly<Record<StaffRole, string>> = {
  agent: '代办员',
  window: '窗口人员',
  cadre: '部门干部',
  leader: '站领导',
  head: '乡镇长',
  supervisor: '监督',
  admin: '管理员',
}

export const ROLES = (Object.keys(ROLE_WORDS) as StaffRole[]).map((role) => ({
  role,
  text: ROLE_WORDS[role],
}))
