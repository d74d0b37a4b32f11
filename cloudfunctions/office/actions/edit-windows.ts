import { action } from '../../core/kernel/action'
import { AppError } from '../../core/kernel/errors'
import { updateMany } from '../../core/store/database'
import { editWindowsInput, editWindowsOutput } from '../schema/places'
import { changePlace, placeHistory } from '../venue/change'

export const editWindows = action({
  summary: '大厅有哪些窗口，各办哪些部门的事',
  by: ['admin'],
  scope: 'township',
  input: editWindowsInput,
  output: editWindowsOutput,
  run: async (call, { windows, version }) => {
    const { township } = call
    const names = windows.map(({ name }) => name)
    if (new Set(names).size < names.length) {
      throw new AppError('INVALID_INPUT', '有两个窗口同名，改一个名字再存。', {
        fields: { windows: '同名' },
      })
    }
    await changePlace(call, {
      placeId: 'hall',
      version,
      set: { windows },
      was: (hall) => hall.windows.map(({ name }) => name).join('、'),
    })
    // Whoever sits there handles the matters of its departments from now on.
    await Promise.all(
      windows.map(({ name, units }) =>
        updateMany(
          'accounts',
          { township, 'staff.roles': 'window', 'staff.window': name },
          { $set: { 'staff.units': units }, $inc: { v: 1 } },
        ),
      ),
    )
    return placeHistory(township, 'hall')
  },
})
