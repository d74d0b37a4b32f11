import { action } from '../../core/kernel/action'
import { ANYBODY } from '../../core/kernel/roles'
import { addPermits } from '../../core/store/messages'
import { TEMPLATE_KEYS, templateId } from '../../core/wechat/templates'
import { permitsInput, permitsOutput } from '../schema'

export const permits = action({
  summary: '记下群众或干部同意了哪几种微信提醒',
  by: ANYBODY,
  scope: 'self',
  input: permitsInput,
  output: permitsOutput,
  run: async ({ township, caller, request }, { templates }) => {
    const accepted = TEMPLATE_KEYS.filter((key) => templates[templateId(key)] === 'accept')
    const ledger = await addPermits(township, caller.id, accepted, request.key)
    return {
      permits: TEMPLATE_KEYS.map((key) => ({
        key,
        id: templateId(key),
        left: ledger.counts[key] ?? 0,
      })),
    }
  },
})
