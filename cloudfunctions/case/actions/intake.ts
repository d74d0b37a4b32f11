import { action } from '../../core/kernel/action'
import { visitorServed } from '../../core/kernel/visitor'
import { storeCase, submittableItem } from '../new-case'
import { intakeInput, intakeOutput } from '../schema/intake'
import { receiptOf } from '../view'
import { broughtBy } from '../visitor'

export const intake = action({
  summary: '窗口收件：人来了就收，叫到的号接着办，不归本窗口的也收下转过去，纸条可以补录',
  by: ['window', 'cadre', 'agent'],
  scope: 'ownCases',
  input: intakeInput,
  output: intakeOutput,
  run: async (call, { code, applicant, visitor, ...brought }) => {
    const item = await submittableItem(call.township, code)
    const villageId = applicant.villageId ?? call.caller.account.staff?.villageId ?? ''
    const by = await broughtBy(call, { ...applicant, villageId }, visitor)
    const doc = await storeCase(call, item, { ...brought, ...by, entry: 'intake' })
    if (visitor) await visitorServed(call, visitor, 'case', doc.number)
    return { case: receiptOf(doc) }
  },
})
