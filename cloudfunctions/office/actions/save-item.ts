import { told } from '../../core/domain/item'
import { action } from '../../core/kernel/action'
import { AppError } from '../../core/kernel/errors'
import { changeItem, readRecord } from '../../core/store/editions'
import { orFresh, refuseStale } from '../fresh'
import { recordView } from '../record-view'
import { saveItemInput, saveItemOutput } from '../schema/catalogue'

export const saveItem = action({
  summary: '改事项：先存成草稿，公开以前群众看到的还是原来的；别人先改了，先看新的',
  by: ['admin'],
  scope: 'township',
  input: saveItemInput,
  output: saveItemOutput,
  run: async (call, { code, isNew = false, version, change }) => {
    if (Object.keys(change).length === 0) {
      throw new AppError('INVALID_INPUT', '还没改什么，没有存。改了再存。')
    }
    const labels = told(null).flatMap(({ key, label }) => (key in change ? [label] : []))
    const save = () =>
      changeItem(
        call,
        code,
        'saveItem',
        ({ v, state, draft }) => {
          refuseStale({ version }, v, `“${code}”`)
          return {
            state,
            set: { draft: { ...draft, ...change } },
            text: `改了草稿：${labels.join('、')}`,
          }
        },
        isNew,
      )
    const fresh = async () => ({
      record: await recordView(await readRecord(call.township, code), call.now),
    })
    return { record: await recordView(await orFresh(save, fresh), call.now) }
  },
})
