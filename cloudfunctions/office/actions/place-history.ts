import { action } from '../../core/kernel/action'
import { placeHistoryInput, placeHistoryOutput } from '../schema/places'
import { placeHistory as historyOf } from '../venue/change'

export const placeHistory = action({
  summary: '一个地方现在怎么写的，谁什么时候改过什么',
  by: ['admin'],
  scope: 'township',
  input: placeHistoryInput,
  output: placeHistoryOutput,
  run: ({ township }, { placeId }) => historyOf(township, placeId),
})
