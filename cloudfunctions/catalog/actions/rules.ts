import { openAction } from '../../core/kernel/action'
import { textsOf } from '../texts'
import { rulesInput, rulesOutput } from '../schema'

export const rules = openAction({
  summary: '七项职责、六个不准、各项制度、文明用语；没定的标“示例”',
  by: ['public'],
  scope: 'public',
  input: rulesInput,
  output: rulesOutput,
  run: async ({ scope }, { kind = 'rule' }) => ({ texts: await textsOf(scope, kind) }),
})
