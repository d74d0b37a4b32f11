import { action } from '../../core/kernel/action'
import { countOpen, sumOpen } from '../../core/store/board'
import { findOne } from '../../core/store/database'
import type { DepartmentDirectory } from '../../core/store/documents/catalog'
import { boardInput, boardOutput } from '../schema'

export const board = action({
  summary: '看板：在办、快到期、超时、没答复的各有多少，部门按固定顺序',
  by: ['leader', 'supervisor'],
  scope: 'township',
  input: boardInput,
  output: boardOutput,
  run: async ({ scope, township, now }) => {
    const [rows, directory] = await Promise.all([
      countOpen(scope, now),
      findOne<DepartmentDirectory>('directory', { _id: `${township}:departments`, township }),
    ])
    const departments = (directory?.departments ?? []).map(({ id, name }) => ({
      id,
      name,
      ...sumOpen(rows.filter(({ unit }) => unit === id)),
    }))
    return { ...sumOpen(rows), departments, asOf: now.toISOString() }
  },
})
