import { action } from '../../core/kernel/action'
import type { KnownCall } from '../../core/kernel/action'
import { seal } from '../../core/kernel/crypto'
import { holderOf } from '../../core/kernel/holder'
import { newNumber } from '../../core/kernel/query-code'
import { MEDIATION, partyLabel } from '../../core/domain/flows/mediation'
import { createNumbered } from '../../core/store/commit'
import type { MediationDocument } from '../../core/store/documents/mediation'
import { newMatter } from '../../core/store/new-matter'
import { businessDate } from '../../../miniprogram/shared/dates'
import type * as z from 'zod'
import { mediationView } from '../mediations'
import { mediationInput, mediationOutput } from '../schema/mediation'

export const mediation = action({
  summary: '调解登记：哪几方、为什么事；姓名只有调解员看得到',
  by: ['agent', 'window', 'cadre', 'leader'],
  scope: 'ownMediations',
  input: mediationInput,
  output: mediationOutput,
  run: async (call, input) => {
    const { doc } = await createNumbered('mediations', () => newMediation(call, input))
    return { mediation: mediationView(doc, call.caller) }
  },
})

function newMediation(
  call: KnownCall,
  { kind, summary, parties }: z.infer<typeof mediationInput>,
): MediationDocument {
  const { now, caller } = call
  const openedOn = businessDate(now)
  return newMatter<MediationDocument>(
    call,
    { action: 'mediation', state: MEDIATION.initial, text: '登记了，去问双方愿不愿意' },
    {
      number: newNumber(openedOn),
      kind,
      mediatorId: caller.id,
      mediator: holderOf(call),
      summary: seal(summary),
      parties: parties.map(({ name, phone }, index) => ({
        label: partyLabel(index),
        name: seal(name),
        phone: phone === undefined ? null : seal(phone),
        consent: 'asked',
        consentAt: null,
      })),
      notes: [],
      agreement: null,
      confirmedOn: null,
      openedAt: now,
      openedOn,
      endedOn: null,
      open: true,
      reminded: [],
    },
  )
}
