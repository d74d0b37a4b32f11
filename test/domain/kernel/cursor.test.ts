import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Query } from 'mingo'
import { afterCursor, encodeCursor } from '../../../cloudfunctions/core/kernel/cursor'
import { AppError } from '../../../cloudfunctions/core/kernel/errors'
import { holds } from '../support/holds'
import { anyText } from '../support/texts'

interface Row {
  readonly _id: string
  readonly at: Date
  readonly unit: string
}

/** Rows of a few moments, so that many share one. */
const lists = fc.uniqueArray(
  fc.record({
    _id: fc.stringMatching(/^[a-f0-9]{1,4}$/),
    at: fc.nat(5).map((n) => new Date(Date.UTC(2026, 10, 24, 1, n))),
    unit: fc.constantFrom('mz', 'yb'),
  }),
  { selector: ({ _id }) => _id, maxLength: 25 },
)

const inOrder = (direction: 'asc' | 'desc') => (a: Row, b: Row) => {
  const later = a.at.getTime() - b.at.getTime()
  return (direction === 'asc' ? later : -later) || (a._id < b._id ? -1 : 1)
}

/** Reads a list to its end as a page does, from cursor to cursor. */
function pagesOf(rows: readonly Row[], direction: 'asc' | 'desc', size: number): string[] {
  const seen: string[] = []
  let cursor: string | undefined
  for (let page = 0; page <= rows.length; page++) {
    const query = new Query(afterCursor({ unit: 'mz' }, 'at', direction, cursor))
    const found = rows.filter((row) => query.test({ ...row })).sort(inOrder(direction))
    const last = found.slice(0, size).at(-1)
    if (!last) return seen
    seen.push(...found.slice(0, size).map(({ _id }) => _id))
    cursor = encodeCursor(last.at, last._id)
  }
  return seen
}

describe('paging by cursor', () => {
  test.each(['asc', 'desc'] as const)(
    'page by page (%s) every row of the scope comes once and in order, ties included',
    (direction) => {
      holds(
        fc.property(lists, fc.integer({ min: 1, max: 6 }), (rows, size) => {
          const expected = rows.filter(({ unit }) => unit === 'mz').sort(inOrder(direction))
          expect(pagesOf(rows, direction, size)).toEqual(expected.map(({ _id }) => _id))
        }),
        150,
      )
    },
  )

  test('without a cursor the list begins at its beginning', () => {
    expect(afterCursor({ unit: 'mz' }, 'at', 'desc', undefined)).toEqual({ unit: 'mz' })
  })

  test('any moment and id survive the way to the phone and back', () => {
    const moments = fc.date({ noInvalidDate: true })
    holds(
      fc.property(moments, anyText, (at, id) => {
        const query = JSON.stringify(afterCursor({}, 'at', 'asc', encodeCursor(at, id)))
        expect(query).toContain(JSON.stringify(at))
        expect(query).toContain(JSON.stringify(id))
        expect(encodeCursor(at, id)).toMatch(/^[\w-]+$/)
      }),
    )
  })
})

const coded = (content: unknown): string =>
  Buffer.from(JSON.stringify(content)).toString('base64url')

describe('a cursor that is not ours', () => {
  test.each([
    ['nothing', ''],
    ['not base64', '翻页'],
    ['not JSON', Buffer.from('[1,').toString('base64url')],
    ['null', coded(null)],
    ['an object', coded({ at: 1, id: 'x' })],
    ['text', coded('1x')],
    ['no id', coded([1])],
    ['an id that is a query', coded([1, { $gt: '' }])],
    ['a date that is a query', coded([{ $gt: 0 }, 'x'])],
    ['a date as text', coded(['2026-11-24', 'x'])],
  ])('%s is refused with what to do', (_what, cursor) => {
    const reading = () => afterCursor({}, 'at', 'asc', cursor)
    expect(reading).toThrow(AppError)
    expect(reading).toThrow('请回到列表开头')
  })

  test('any other text is refused in the same way', () => {
    holds(
      fc.property(anyText, (text) => {
        expect(() => afterCursor({}, 'at', 'asc', text)).toThrow(
          expect.objectContaining({ code: 'INVALID_INPUT' }),
        )
      }),
    )
  })
})
