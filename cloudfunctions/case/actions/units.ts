import { action } from '../../core/kernel/action'
import { unitsInput, unitsOutput } from '../schema/read'
import { unitsById } from '../units'

export const units = action({
  summary: '部门名单：转办、请人一起办、管目录时选',
  by: ['window', 'cadre', 'leader', 'admin'],
  scope: 'township',
  input: unitsInput,
  output: unitsOutput,
  run: async ({ township }) => {
    const all = [...(await unitsById(township)).values()]
    return { units: all.map(({ id, name }) => ({ id, name })) }
  },
})
