import { action } from '../../core/kernel/action'
import { sealContact } from '../../core/kernel/contact'
import { storeCase, submittableItem } from '../new-case'
import { intakeInput, intakeOutput } from '../schema/intake'
import { receiptOf } from '../view'

export const intake = action({
  summary: '窗口收件：人来了就收，不归本窗口的也收下转过去，纸条可以补录',
  by: ['window', 'cadre', 'agent'],
  scope: 'ownCases',
  input: intakeInput,
  output: intakeOutput,
  run: async (call, { code, applicant, ...brought }) => {
    const item = await submittableItem(call.township, code)
    const doc = await storeCase(call, item, {
      ...brought,
      entry: 'intake',
      applicant: {
        name: applicant.name,
        contact: sealContact(applicant.contact),
        villageId: applicant.villageId ?? call.caller.account.staff?.villageId ?? '',
      },
    })
    return { case: receiptOf(doc, call.now) }
  },
})
