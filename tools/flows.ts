/** Writes `docs/flows.md`: a diagram and the whole table of every flow, from what the program reads. */
import { ASSESSMENT } from '../cloudfunctions/core/domain/assessment'
import { APPEALABLE } from '../cloudfunctions/core/domain/flows/appealable'
import { APPLICATION } from '../cloudfunctions/core/domain/flows/application'
import { BULLETIN } from '../cloudfunctions/core/domain/flows/bulletin'
import { CONSULTATION } from '../cloudfunctions/core/domain/flows/consultation'
import type { Effect, Flow, FlowRow, Relation } from '../cloudfunctions/core/domain/flows/flow'
import { HANDOVER } from '../cloudfunctions/core/domain/flows/handover'
import { ISSUE } from '../cloudfunctions/core/domain/flows/issue'
import { MEDIATION } from '../cloudfunctions/core/domain/flows/mediation'
import { ORDER } from '../cloudfunctions/core/domain/flows/order'
import { RECTIFICATION } from '../cloudfunctions/core/domain/flows/rectification'
import { VENUE_CHECK } from '../cloudfunctions/core/domain/flows/venue-check'

/** A flow as far as it is written down; what its guards look at does not matter here. */
interface WrittenFlow {
  readonly name: string
  readonly states: Readonly<Record<string, string>>
  readonly actions: Readonly<Record<string, string>>
  readonly initial: string
  readonly final: readonly string[]
  readonly rows: readonly Omit<FlowRow<string, string, never>, 'guard'>[]
}

/** Forgets the guards' facts: a table is printed, nothing is decided. */
const written = <State extends string, Action extends string, Facts>(
  flow: Flow<State, Action, Facts>,
): WrittenFlow => flow

const FLOWS: readonly WrittenFlow[] = [
  written(APPLICATION),
  written(CONSULTATION),
  written(MEDIATION),
  written(ISSUE),
  written(ORDER),
  written(RECTIFICATION),
  written(APPEALABLE),
  written(BULLETIN),
  written(ASSESSMENT),
  written(HANDOVER),
  written(VENUE_CHECK),
]

const WHO: Readonly<Record<Relation, string>> = {
  owner: '本人',
  agent: '代办员',
  handler: '承办部门',
  partner: '一起办的部门',
  receiver: '被请接手的部门',
  leader: '领导',
  head: '乡长',
  supervisor: '监督',
  public: '任何人',
  visitor: '回访的单位',
  system: '到点自己',
}

const WHAT: Readonly<Partial<Record<Effect, string>>> = {
  take: '接手',
  release: '放下，等人接',
  'clock:start': '开始算时间',
  'clock:pause': '停算',
  'clock:resume': '接着算',
  'clock:stop': '时间到此为止',
  close: '从待办里去掉',
  reopen: '回到待办',
  'tell:applicant': '告诉群众',
  'tell:unit': '告诉部门',
  'tell:post-b': '告诉B岗',
  'tell:holder': '告诉经办人',
  'tell:receiver': '告诉被请的部门',
  'tell:partners': '告诉一起办的部门',
  'tell:leader': '告诉领导',
  'tell:head': '告诉乡长',
  'tell:supervisor': '告诉监督',
}

function diagram({ states, actions, initial, final, rows }: WrittenFlow): string {
  const arrows = rows.flatMap(({ from, to, action }) =>
    from
      .filter((state) => to !== undefined && state !== to)
      .map(
        (state) =>
          `    ${word(states, state)} --> ${word(states, to ?? state)}: ${word(actions, action)}`,
      ),
  )
  return [
    '```mermaid',
    'stateDiagram-v2',
    `    [*] --> ${word(states, initial)}`,
    ...new Set(arrows),
    ...final.map((state) => `    ${word(states, state)} --> [*]`),
    '```',
  ].join('\n')
}

const word = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key

function table({ states, actions, rows }: WrittenFlow): string {
  const lines = rows.map(({ from, to, action, by, effects = [] }) =>
    [
      from.map((state) => word(states, state)).join('、'),
      `${word(actions, action)} \`${action}\``,
      to ? word(states, to) : '不变',
      by.map((relation) => WHO[relation]).join('、'),
      effects.map((effect) => WHAT[effect] ?? effect).join('，'),
    ].join(' | '),
  )
  return [
    '| 现在 | 做什么 | 变成 | 谁能做 | 接着 |',
    '| --- | --- | --- | --- | --- |',
    ...lines.map((line) => `| ${line} |`),
  ].join('\n')
}

process.stdout.write(`# 一件事怎么走

由 \`npm run reference\` 从流程表（\`core/domain/flows\`）生成，不要手改；\`npm run check\` 会比对。

每张表就是程序用的那一张：现在是什么状态、谁能做什么、变成什么、接着告诉谁。一个操作写了几行的，按先后试，条件合的第一行算数；条件和
不合时说的话写在同一个文件夹里。

${FLOWS.map((flow) => `## ${flow.name}\n\n${diagram(flow)}\n\n${table(flow)}`).join('\n\n')}
`)
