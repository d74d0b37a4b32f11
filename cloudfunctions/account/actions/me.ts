import { openAction } from '../../core/kernel/action'
import { meInput, meOutput } from '../schema'
import { accountView, templatesView } from '../view'

export const me = openAction({
  summary: '我是谁：登记的姓名和村，有什么工作身份',
  by: ['wechat'],
  scope: 'self',
  input: meInput,
  output: meOutput,
  run: async ({ caller }) => ({
    account: caller && accountView(caller.account),
    templates: templatesView(),
  }),
})
