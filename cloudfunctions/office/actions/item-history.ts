import { action } from '../../core/kernel/action'
import { readRecord } from '../../core/store/editions'
import { itemHistoryInput, itemHistoryOutput } from '../schema/catalogue'
import { recordView } from '../record-view'

export const itemHistory = action({
  summary: '一个事项的草稿和每一版：谁、哪天、改了什么',
  by: ['admin'],
  scope: 'township',
  input: itemHistoryInput,
  output: itemHistoryOutput,
  run: async ({ township, now }, { code }) => ({
    record: await recordView(await readRecord(township, code), now),
  }),
})
