import type { Identity } from '../../compile/demo-people'

const numbered = (prefix: string, role: string, count: number, digits = 1): Identity[] =>
  Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(digits, '0')
    return { openid: `${prefix}${number}`, label: `${role}\u3000${number}号` }
  })

/** Departments of the demo cadres, as far as they are known without the server's list. */
const DEPARTMENTS: [string, string][] = [
  ['mz', '民政办'],
  ['rs', '人社站'],
  ['yb', '医疗保障站'],
  ['wj', '卫健办'],
  ['ny', '农业农村办'],
  ['zr', '自然资源所'],
  ['cz', '村镇建设办'],
  ['ga', '派出所'],
]

const BUILT_IN: Identity[] = [
  ...numbered('demo-villager-', '群众', 8),
  ...numbered('demo-agent-v', '代办员', 23, 2),
  ...numbered('demo-window-', '窗口', 9),
  ...DEPARTMENTS.map(([id, name]) => ({ openid: `demo-cadre-${id}`, label: `干部\u3000${name}` })),
  { openid: 'demo-leader', label: '站长' },
  { openid: 'demo-supervisor', label: '监督员' },
  { openid: 'demo-admin', label: '管理员' },
]

/** The demo people: the server's list with names where it serves one, else the ids alone. */
export async function loadIdentities(): Promise<Identity[]> {
  const response = await fetch('preview/identities.json').catch(() => undefined)
  if (!response?.ok) return BUILT_IN
  const listed = (await response.json()) as Identity[]
  return listed.length > 0 ? listed : BUILT_IN
}

/** Who holds the three phones when the page opens. */
export const FIRST_HOLDERS = ['demo-villager-1', 'demo-cadre-mz', 'demo-leader']
