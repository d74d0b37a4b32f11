import { action } from '../../core/kernel/action'
import { find } from '../../core/store/database'
import type { Training } from '../../core/store/documents/staff'
import { trainingView } from '../roster/training'
import { trainingsInput, trainingsOutput } from '../schema/roster'
import { EVERYBODY } from '../../core/kernel/roles'

const MOST = 50

export const trainings = action({
  summary: '培训：要来的和来过的，新的在前',
  by: EVERYBODY,
  scope: 'township',
  input: trainingsInput,
  output: trainingsOutput,
  run: async ({ scope, caller, now }) => {
    const docs = await find<Training>('trainings', scope, {
      order: [
        ['date', 'desc'],
        ['_id', 'asc'],
      ],
      limit: MOST,
    })
    return { trainings: docs.map((doc) => trainingView(doc, caller, now)) }
  },
})
