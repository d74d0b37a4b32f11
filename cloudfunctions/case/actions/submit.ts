import { action } from '../../core/kernel/action'
import { sealContact } from '../../core/kernel/contact'
import type { Contact } from '../../core/store/documents/account'
import { storeCase, submittableItem } from '../new-case'
import { submitInput, submitOutput } from '../schema/intake'
import { receiptOf } from '../view'

/** Nobody is without a way to be reached: the agent of the village tells them. */
const BY_AGENT: Contact = { by: 'agent', phone: null }

export const submit = action({
  summary: '交件：缺材料也收，收下就有编号和查询码',
  by: ['villager', 'agent'],
  scope: 'ownCases',
  input: submitInput,
  output: submitOutput,
  run: async (call, { code, applicant, ...brought }) => {
    const { staff, resident } = call.caller.account
    const item = await submittableItem(call.township, code)
    const doc = await storeCase(call, item, {
      ...brought,
      entry: 'submit',
      applicant: {
        name: applicant.name,
        contact: applicant.contact
          ? sealContact(applicant.contact)
          : (resident?.contact ?? BY_AGENT),
        villageId: applicant.villageId ?? resident?.villageId ?? staff?.villageId ?? '',
      },
    })
    return { case: receiptOf(doc) }
  },
})
