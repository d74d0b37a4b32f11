import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Somebody who can hold a phone of the preview: an entry of `preview/identities.json`. */
export interface Identity {
  openid: string
  /** What stands above the phone, role and name. */
  label: string
  /** Tells people of one role apart in the menu. */
  detail?: string
  /** The page this person starts with, when it is not the first one. */
  start?: string
}

interface Person {
  name: string
  post?: string
  roles?: string[]
  situation?: string
  demoOpenid: string | null
}

const ROLES: Record<string, string> = {
  leader: '站长',
  supervisor: '监督员',
  admin: '管理员',
  window: '窗口',
  cadre: '干部',
  agent: '代办员',
}

const INBOX = 'packages/office/inbox/inbox'
const BOARDS = ['packages/office/board/board', 'packages/station/board/board', INBOX]

/** Where each role begins its day: the first of these pages that the mini-program has. */
const STARTS: Record<string, string[]> = {
  leader: BOARDS,
  supervisor: BOARDS,
  window: [INBOX],
  cadre: [INBOX],
  agent: [INBOX],
}

/** The folder with the township's sample people. */
export const seedFolder = (project: string): string => join(project, 'seed/data')

/** The sample people of the seed, villagers first; none when the project has no seed. */
export function demoPeople(project: string, pages: string[]): Identity[] {
  const villagers = read(project, 'residents').map(({ name, situation, demoOpenid }) => ({
    openid: demoOpenid ?? '',
    label: `群众\u3000${name}`,
    detail: situation?.split('，')[0],
  }))
  const staff = read(project, 'staff').map(({ name, post, roles = [], demoOpenid }) => {
    const role = roles[0] ?? ''
    return {
      openid: demoOpenid ?? '',
      label: `${ROLES[role] ?? '干部'}\u3000${name}`,
      detail: post,
      start: STARTS[role]?.find((page) => pages.includes(page)),
    }
  })
  return [...villagers, ...staff].filter(({ openid }) => openid !== '')
}

function read(project: string, name: 'residents' | 'staff'): Person[] {
  const file = join(seedFolder(project), `${name}.json`)
  if (!existsSync(file)) return []
  const data = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Person[]>
  return data[name] ?? []
}
