import { openAction } from '../../core/kernel/action'
import { unseal } from '../../core/kernel/crypto'
import { AppError } from '../../core/kernel/errors'
import { createIssue } from '../../supervision/issues'
import { raiseInput, raiseOutput } from '../schema/issue'

export const raise = openAction({
  summary: '反映一件事：建议、难事、投诉；可以不写名字，凭编号和查询码看答复',
  by: ['wechat'],
  scope: 'public',
  input: raiseInput,
  output: raiseOutput,
  run: async (call, { kind, text, villageId, about, anonymous = false }) => {
    const { caller } = call
    if (!anonymous && !caller) {
      throw new AppError(
        'UNAUTHENTICATED',
        '还不知道您是谁。先登记姓名和村，或者选“不写名字”，一样有答复。',
      )
    }
    const { resident, staff } = caller?.account ?? { resident: null, staff: null }
    const own = resident?.villageId ?? staff?.villageId ?? null
    const doc = await createIssue(call, {
      action: 'raise',
      kind,
      text,
      // Where somebody lives would be half a name.
      villageId: villageId ?? (anonymous ? null : own),
      anonymous,
      about,
      owner: anonymous ? null : caller,
    })
    return {
      issue: {
        id: doc._id,
        number: doc.number,
        queryCode: unseal(doc.queryCode),
        dueOn: doc.dueOn,
        goesTo: doc.watch,
      },
    }
  },
})
