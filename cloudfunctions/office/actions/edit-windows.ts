import { action } from '../../core/kernel/action'
import { AppError, notFound } from '../../core/kernel/errors'
import { repeatOf } from '../../core/store/commit'
import { findOne, updateMany, updateOne } from '../../core/store/database'
import type { PlaceDocument } from '../../core/store/documents/catalog'
import { editWindowsInput, editWindowsOutput } from '../schema/places'

export const editWindows = action({
  summary: '大厅有哪些窗口，各办哪些部门的事',
  by: ['admin'],
  scope: 'township',
  input: editWindowsInput,
  output: editWindowsOutput,
  run: async ({ township, now, caller, request }, { windows }) => {
    const names = windows.map(({ name }) => name)
    if (new Set(names).size < names.length) {
      throw new AppError('INVALID_INPUT', '有两个窗口同名，改一个名字再存。', {
        fields: { windows: '同名' },
      })
    }
    const _id = `${township}:place:hall`
    const hall = await findOne<PlaceDocument>('places', { _id, township })
    if (!hall) throw notFound('政务服务大厅')
    repeatOf(hall.history, request)
    const change = {
      at: now,
      byName: caller.name,
      text: `原来：${hall.windows.map(({ name }) => name).join('、')}`,
      ...request,
    }
    await updateOne(
      'places',
      { _id, township, 'history.key': { $ne: request.key } },
      { $set: { windows, edited: true }, $inc: { v: 1 }, $push: { history: change } },
    )
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
    return { windows }
  },
})
