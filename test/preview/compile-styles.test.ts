import { describe, expect, test } from '@jest/globals'
import { rewriteSelector } from '../../local/preview/compile/selectors'
import { convertUnits } from '../../local/preview/compile/units'

describe('lengths', () => {
  test('rpx is 1/750 of the screen', () => {
    expect(convertUnits('32rpx')).toBe('calc(var(--rpx) * 32)')
  })

  test('several and negative lengths in one value', () => {
    expect(convertUnits('0 -8rpx 1.5rpx')).toBe('0 calc(var(--rpx) * -8) calc(var(--rpx) * 1.5)')
  })

  test('vh measures the page, not the phone with its bars', () => {
    expect(convertUnits('calc(100vh - 20rpx)')).toBe(
      'calc(calc(var(--page-vh) * 100) - calc(var(--rpx) * 20))',
    )
  })

  test('a name that only ends like a unit stays', () => {
    expect(convertUnits('var(--a-10rpxx)')).toBe('var(--a-10rpxx)')
  })
})

describe('selectors', () => {
  const page = { path: 'pages/home/home', scope: '' }
  const component = { path: 'components/card/card', scope: 'c1' }

  test('built-in tags carry their prefix, others stay', () => {
    expect(rewriteSelector('page view > my-card', page)).toBe('wx-page wx-view > my-card')
  })

  test("a component's classes are its own", () => {
    expect(rewriteSelector('.a .b:not(.c)', component)).toBe('.c1--a .c1--b:not(.c1--c)')
  })

  test(':host is the element of the component', () => {
    expect(rewriteSelector(':host', component)).toBe('[is="components/card/card"]')
  })
})
