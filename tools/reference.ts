/** Writes `docs/reference.md` from the tables that the program itself reads. */
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { ActionTable } from '../cloudfunctions/core/kernel/action'
import { COLLECTIONS } from '../cloudfunctions/core/store/collections'
import { ERROR_CODES } from '../cloudfunctions/core/kernel/errors'
import { TEMPLATES } from '../cloudfunctions/core/wechat/templates'

const ROLES: Readonly<Record<string, string>> = {
  public: '谁都行',
  wechat: '任何微信用户',
  villager: '群众',
  agent: '代办员',
  window: '窗口',
  cadre: '部门干部',
  leader: '领导',
  supervisor: '监督',
  admin: '管理员',
}

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly string[]): string =>
  [row(...head), row(...head.map(() => '---')), ...rows].join('\n')

/** The tables of the built functions, the very ones that are deployed. */
function actions(): string {
  // The SDK wants to know where it runs when it is loaded; nothing is sent.
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    SCF_NAMESPACE: 'local',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'none',
    TENCENTCLOUD_SECRETKEY: 'none',
  })
  const folder = path.resolve('dist/cloudfunctions')
  const load = createRequire(path.join(folder, 'reference.js'))
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const { actions: actionTable } = load(`./${name}/index.js`) as { actions?: ActionTable }
      if (!actionTable) return []
      const rows = Object.entries(actionTable).map(([action, { summary, by, scope }]) =>
        row(
          `\`${action}\``,
          summary,
          by.map((who) => ROLES[who] ?? who).join('、'),
          `\`${scope}\``,
        ),
      )
      return [`### ${name}\n\n${table(['操作', '做什么', '谁能做', '对什么'], rows)}`]
    })
    .join('\n\n')
}

function collections(): string {
  const rows = COLLECTIONS.map(({ name, meaning, indexes }) => {
    const shown = indexes.map(({ keys, ...index }) => {
      const fields = keys.map(([field, direction]) => (direction === -1 ? `-${field}` : field))
      return `\`${fields.join(', ')}\`${'unique' in index && index.unique ? '（唯一）' : ''}`
    })
    return row(`\`${name}\``, meaning, shown.join('<br>') || '（只按 `_id`）')
  })
  return table(['集合', '是什么', '索引'], rows)
}

function main(): void {
  const codes = Object.entries(ERROR_CODES).map(([code, meaning]) => row(`\`${code}\``, meaning))
  const templates = Object.entries(TEMPLATES).map(([key, { title, fields }]) =>
    row(
      `\`${key}\``,
      title,
      Object.keys(fields)
        .map((field) => `\`${field}\``)
        .join('、'),
    ),
  )
  const text = `# 参考

由 \`npm run reference\` 从程序自己读的表生成，不要手改；\`npm run check\` 会比对。

## 操作

每个操作写明谁能做（\`by\`）、对什么能做（\`scope\`，成为查询的一部分）。没写的都不行，没有第二处权限。

${actions()}

每件事怎么走，见 [flows.md](flows.md)。

## 集合和索引

${collections()}

## 错误代码

${table(['代码', '意思'], codes)}

## 订阅消息模板

${table(['用途', '标题', '字段'], templates)}
`
  process.stdout.write(text)
}

main()
