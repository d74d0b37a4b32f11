import { action } from '../../core/kernel/action'
import { AppError } from '../../core/kernel/errors'
import { changeItem } from '../../core/store/editions'
import { saveItemInput, saveItemOutput } from '../schema/catalogue'
import { recordView } from '../record-view'

export const saveItem = action({
  summary: '改事项：先存成草稿，公开以前群众看到的还是原来的',
  by: ['admin'],
  scope: 'township',
  input: saveItemInput,
  output: saveItemOutput,
  run: async (call, { code, isNew = false, change }) => {
    if (Object.keys(change).length === 0) {
      throw new AppError('INVALID_INPUT', '还没改什么，没有存。改了再存。')
    }
    const record = await changeItem(
      call,
      code,
      'saveItem',
      ({ state, draft }) => ({
        state,
        set: { draft: { ...draft, ...change } },
        text: '改了草稿',
      }),
      isNew,
    )
    return { record: await recordView(record, call.now) }
  },
})
