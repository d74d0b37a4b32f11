import { expect, test } from '@jest/globals'
import { emergencyOf } from '../../miniprogram/shared/emergency'

test.each([
  ['家里着火了', '119'],
  ['屋 起 火', '119'],
  ['山火', '12119'],
  ['我爹晕倒', '120'],
  ['喝农药了', '120'],
  ['娃走丢了', '110'],
  ['被骗了钱', '110'],
  ['119', '119'],
  ['12119', '12119'],
])('%s is answered with %s', (typed, number) => {
  expect(emergencyOf(typed)?.number).toBe(number)
})

test.each(['火化补贴', '救助', '临时救助', '低保', '车被扣', '', '  ', '1'])(
  '%s is a matter like others',
  (typed) => {
    expect(emergencyOf(typed)).toBeNull()
  },
)
