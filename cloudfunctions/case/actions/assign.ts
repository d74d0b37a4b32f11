import { action } from '../../core/kernel/action'
import type { CaseDocument } from '../../core/store/documents/case'
import { unitOf } from '../units'
import type { Unit } from '../units'
import { assignInput, assignOutput } from '../schema/work'
import { takeStep } from '../step'

export const assign = action({
  summary: '指定谁来办：转办有争议、有人要回避时站长定；也可以请别的部门一起办',
  by: ['leader'],
  scope: 'readableCases',
  input: assignInput,
  output: assignOutput,
  run: async (call, { id, toUnit, task, reason }) => {
    const unit = await unitOf(call.township, toUnit)
    return takeStep(call, id, {
      action: 'assign',
      set: (doc) => (task ? helping(doc, unit, task) : moved(unit)),
      text: task ? `请${unit.name}一起办：${task}。${reason}` : `归${unit.name}办。${reason}`,
      words: (after) => ({
        villager: task
          ? `站长请${unit.name}一起办这件事。`
          : `站长定了，这件事归${after.unitName}办。`,
        office: {
          title: '站长定了一件事',
          hint: task ? `请${unit.name}一起办` : `现在归${unit.name}办`,
        },
      }),
    })
  },
})

const moved = (unit: Unit): Partial<CaseDocument> => ({
  unit: unit.id,
  unitName: unit.name,
  unitPhone: unit.phone,
  transfer: null,
})

/** 协办: the other stays responsible. */
const helping = (doc: CaseDocument, unit: Unit, task: string): Partial<CaseDocument> => ({
  holder: doc.holder,
  partners: [
    ...doc.partners.filter((partner) => partner.unit !== unit.id),
    { unit: unit.id, unitName: unit.name, task, opinion: null },
  ],
})
