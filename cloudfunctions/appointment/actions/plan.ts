import { action } from '../../core/kernel/action'
import { slotSettings } from '../../core/store/settings'
import { planInput, planOutput } from '../schema'

export const plan = action({
  summary: '号源安排：每个地方哪几天开、几点、放几个号，哪几天例外',
  by: ['admin', 'leader'],
  scope: 'township',
  input: planInput,
  output: planOutput,
  run: async ({ scope }) => {
    const { templates, venues, exceptions = [], horizonDays, v } = await slotSettings(scope)
    return {
      templates,
      venues: venues.map(({ id, name, template, also = [] }) => ({ id, name, template, also })),
      exceptions,
      horizonDays,
      version: v,
    }
  },
})
