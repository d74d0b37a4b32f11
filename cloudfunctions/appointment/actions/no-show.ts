import { action } from '../../core/kernel/action'
import { notNow, stepOf } from '../queue'
import { noShowInput, noShowOutput } from '../schema'

export const noShow = action({
  summary: '叫了不在：先叫后面的，人回来了再叫；只用来估计下次放多少号，不罚人',
  by: ['agent', 'window', 'cadre', 'leader'],
  scope: 'servedSlots',
  input: noShowInput,
  output: noShowOutput,
  run: (call, { venueId, id }) =>
    stepOf(call, venueId, id, (entry) => {
      if (entry.state === 'absent') return null
      if (entry.state !== 'called') throw notNow('先叫到他，不在再记。')
      return { ...entry, state: 'absent' }
    }),
})
