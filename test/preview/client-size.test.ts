/** WeChat's limit is 2 MB a package; ours are those of an old phone on a weak signal. */
import { expect, test } from '@jest/globals'
import { LIMITS, packageSizes, sumOf } from '../support/client-size'

test('the mini-program stays small: main package and all together', async () => {
  const sizes = await packageSizes()
  const main = sizes.filter(({ name }) => name === 'main')
  // TDesign, our components and four tabs: less would mean that something was not counted.
  expect(sumOf(main) / 1024).toBeGreaterThan(200)
  expect(sumOf(main) / 1024).toBeLessThanOrEqual(LIMITS.main)
  expect(sumOf(sizes) / 1024).toBeLessThanOrEqual(LIMITS.all)
})
