import { action } from '../../core/kernel/action'
import { AppError } from '../../core/kernel/errors'
import { createOnce } from '../../core/store/commit'
import { findOne } from '../../core/store/database'
import type { DepartmentDirectory } from '../../core/store/documents/catalog'
import type { Training } from '../../core/store/documents/staff'
import { businessDate } from '../../../miniprogram/shared/dates'
import { trainingView } from '../roster/training'
import { trainingInput, trainingOutput } from '../schema/roster'

export const training = action({
  summary: '安排一次培训，请哪些部门来',
  by: ['leader', 'admin'],
  scope: 'township',
  input: trainingInput,
  output: trainingOutput,
  run: async (call, { title, date, start, place, units: wanted }) => {
    const { township, now, caller, request } = call
    if (date < businessDate(now)) throw new AppError('TOO_LATE', '这天已经过了，选今天或者以后的。')
    const directory = await findOne<DepartmentDirectory>('directory', {
      _id: `${township}:departments`,
      township,
    })
    const units = (directory?.departments ?? [])
      .filter(({ id }) => wanted === undefined || wanted.includes(id))
      .map(({ id, name }) => ({ id, name }))
    const doc: Training = {
      _id: request.key,
      township,
      schema: 1,
      v: 1,
      title,
      date,
      start,
      place,
      units,
      attended: [],
      content: request.content,
      byName: caller.name,
    }
    return { training: trainingView(await createOnce('trainings', doc), caller, now) }
  },
})
