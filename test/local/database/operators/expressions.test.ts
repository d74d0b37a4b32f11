import { describe, expect, test } from '@jest/globals'
import { freshDatabase } from '../temporary-database'

const day = new Date('2026-11-17T08:05:09.123Z')
const DOC = {
  _id: 1,
  n: 7,
  z: null,
  s: 'abcABC',
  list: [3, 1, 2],
  docs: [{ v: 1 }, { v: 2 }],
  at: day,
  o: { x: 1, y: 2 },
  t: true,
}

/** What MongoDB computes; `undefined` is a field that is missing afterwards. */
const ROWS: [expression: unknown, expected: unknown][] = [
  ['$n', 7],
  ['$docs.v', [1, 2]],
  ['$none', undefined],
  ['$$ROOT.n', 7],
  [{ $literal: '$n' }, '$n'],
  // Comparison: any two values have an order, a missing one is the least.
  [{ $eq: ['$n', 7] }, true],
  [{ $eq: ['$none', null] }, false],
  [{ $eq: ['$list', 3] }, false],
  [{ $ne: ['$z', '$none'] }, true],
  [{ $gt: ['$s', '$n'] }, true],
  [{ $gte: ['$n', 7] }, true],
  [{ $lt: ['$none', 0] }, true],
  [{ $lte: ['$z', 0] }, true],
  [{ $cmp: ['$at', new Date(0)] }, 1],
  // Logic
  [{ $and: ['$t', '$n'] }, true],
  [{ $and: ['$t', 0] }, false],
  [{ $or: ['$none', null, 0] }, false],
  [{ $not: ['$z'] }, true],
  [{ $cond: ['$t', 'yes', 'no'] }, 'yes'],
  [{ $cond: { if: { $gt: ['$n', 9] }, then: 'yes', else: 'no' } }, 'no'],
  [{ $ifNull: ['$none', '$z', 'x'] }, 'x'],
  [
    {
      $switch: {
        branches: [
          { case: { $lt: ['$n', 5] }, then: 'low' },
          { case: '$t', then: 'high' },
        ],
      },
    },
    'high',
  ],
  [{ $switch: { branches: [{ case: false, then: 1 }], default: 'none' } }, 'none'],
  // Arithmetic
  [{ $add: ['$n', 1, 2] }, 10],
  [{ $add: ['$at', 1000] }, new Date(day.getTime() + 1000)],
  [{ $subtract: ['$n', 2] }, 5],
  [{ $subtract: ['$at', new Date(day.getTime() - 5)] }, 5],
  [{ $multiply: ['$n', 2] }, 14],
  [{ $divide: ['$n', 2] }, 3.5],
  [{ $mod: ['$n', 4] }, 3],
  [{ $abs: -3 }, 3],
  [{ $ceil: 1.2 }, 2],
  [{ $floor: -1.2 }, -2],
  [{ $round: [2.5] }, 2],
  [{ $round: [3.5, 0] }, 4],
  [{ $round: [2.346, 2] }, 2.35],
  [{ $round: [-1.25, 1] }, -1.2],
  [{ $round: [1234, -2] }, 1200],
  [{ $round: [1.005, 2] }, 1],
  [{ $trunc: [2.99, 1] }, 2.9],
  [{ $trunc: [-1234, -2] }, -1200],
  [{ $sqrt: 9 }, 3],
  [{ $pow: [2, 10] }, 1024],
  [{ $exp: 0 }, 1],
  [{ $ln: 1 }, 0],
  [{ $log: [8, 2] }, 3],
  [{ $log10: 1000 }, 3],
  [{ $add: ['$n', '$z'] }, null],
  // Text
  [{ $concat: ['$s', '-', 'x'] }, 'abcABC-x'],
  [{ $concat: ['$s', '$z'] }, null],
  [{ $toLower: '$s' }, 'abcabc'],
  [{ $indexOfCP: ['新铺乡', '乡', 1] }, 2],
  [{ $indexOfCP: ['$s', 'x'] }, -1],
  [{ $indexOfCP: ['$z', 'x'] }, null],
  [{ $toUpper: '$s' }, 'ABCABC'],
  [{ $substrCP: ['新铺乡', 1, 2] }, '铺乡'],
  [{ $substr: ['abc', 1, -1] }, 'bc'],
  [{ $substrBytes: ['abc', 0, 2] }, 'ab'],
  [{ $strLenCP: '新铺乡' }, 3],
  [{ $strLenBytes: '新铺乡' }, 9],
  [{ $strcasecmp: ['a', 'B'] }, -1],
  [{ $indexOfCP: ['$s', 'A'] }, 3],
  [{ $indexOfBytes: ['$s', 'A'] }, 3],
  [{ $split: ['a,b', ','] }, ['a', 'b']],
  [{ $trim: { input: '  x ' } }, 'x'],
  [{ $ltrim: { input: 'xxa', chars: 'x' } }, 'a'],
  [{ $rtrim: { input: 'a  ' } }, 'a'],
  [{ $replaceOne: { input: 'a.a', find: 'a', replacement: 'b' } }, 'b.a'],
  [{ $replaceAll: { input: 'a.a', find: '.', replacement: '-' } }, 'a-a'],
  [{ $regexMatch: { input: '$s', regex: /^abc/ } }, true],
  [{ $regexMatch: { input: '$s', regex: 'C$' } }, true],
  [
    { $regexFind: { input: '$s', regex: '(a)(x)?', options: 'i' } },
    { match: 'a', idx: 0, captures: ['a', null] },
  ],
  [{ $regexFind: { input: '$s', regex: 'x' } }, null],
  [
    { $regexFindAll: { input: '$s', regex: /a/i } },
    [
      { match: 'a', idx: 0, captures: [] },
      { match: 'A', idx: 3, captures: [] },
    ],
  ],
  [
    { $regexFindAll: { input: 'ab', regex: 'x*' } },
    [0, 1, 2].map((idx) => ({ match: '', idx, captures: [] })),
  ],
  // Lists
  [{ $size: '$list' }, 3],
  [{ $arrayElemAt: ['$list', 0] }, 3],
  [{ $arrayElemAt: ['$list', -1] }, 2],
  [{ $arrayElemAt: ['$list', 9] }, undefined],
  [{ $first: '$list' }, 3],
  [{ $last: '$list' }, 2],
  [{ $slice: ['$list', 2] }, [3, 1]],
  [{ $slice: ['$list', -1] }, [2]],
  [{ $slice: ['$list', 1, 1] }, [1]],
  [{ $in: [1, '$list'] }, true],
  [{ $isArray: '$list' }, true],
  [{ $isArray: ['$n'] }, false],
  [{ $concatArrays: ['$list', [9]] }, [3, 1, 2, 9]],
  [{ $reverseArray: '$list' }, [2, 1, 3]],
  [{ $indexOfArray: ['$list', 2] }, 2],
  [{ $range: [0, 6, 2] }, [0, 2, 4]],
  [{ $map: { input: '$list', as: 'e', in: { $multiply: ['$$e', 2] } } }, [6, 2, 4]],
  [{ $map: { input: '$docs', in: '$$this.v' } }, [1, 2]],
  [{ $filter: { input: '$list', as: 'e', cond: { $gt: ['$$e', 1] } } }, [3, 2]],
  [{ $reduce: { input: '$list', initialValue: 0, in: { $add: ['$$value', '$$this'] } } }, 6],
  [
    {
      $zip: {
        inputs: [
          [1, 2],
          ['a', 'b'],
        ],
      },
    },
    [
      [1, 'a'],
      [2, 'b'],
    ],
  ],
  [{ $arrayToObject: [[['a', 1]]] }, { a: 1 }],
  [{ $arrayToObject: { $literal: [{ k: 'a', v: 1 }] } }, { a: 1 }],
  [
    { $objectToArray: '$o' },
    [
      { k: 'x', v: 1 },
      { k: 'y', v: 2 },
    ],
  ],
  [{ $mergeObjects: ['$o', { y: 3 }] }, { x: 1, y: 3 }],
  [{ $sortArray: { input: '$list', sortBy: 1 } }, [1, 2, 3]],
  [{ $sortArray: { input: '$docs', sortBy: { v: -1 } } }, [{ v: 2 }, { v: 1 }]],
  [{ $sum: '$list' }, 6],
  [{ $sum: ['$n', 1, 'x'] }, 8],
  [{ $avg: '$list' }, 2],
  [{ $max: '$list' }, 3],
  [{ $min: ['$n', 2] }, 2],
  // Sets
  [
    {
      $setEquals: [
        [1, 2],
        [2, 1, 1],
      ],
    },
    true,
  ],
  [{ $setUnion: [[1], [2]] }, [1, 2]],
  [
    {
      $setIntersection: [
        [1, 2],
        [2, 3],
      ],
    },
    [2],
  ],
  [{ $setDifference: [[1, 2], [2]] }, [1]],
  [{ $setIsSubset: [[1], [1, 2]] }, true],
  [{ $anyElementTrue: [[0, 1]] }, true],
  [{ $allElementsTrue: [[0, 1]] }, false],
  // Dates
  [{ $year: '$at' }, 2026],
  [{ $month: '$at' }, 11],
  [{ $dayOfMonth: '$at' }, 17],
  [{ $hour: { date: '$at', timezone: '+08:00' } }, 16],
  [{ $minute: '$at' }, 5],
  [{ $second: '$at' }, 9],
  [{ $millisecond: '$at' }, 123],
  [{ $dayOfWeek: '$at' }, 3],
  [{ $isoDayOfWeek: '$at' }, 2],
  [{ $dayOfYear: '$at' }, 321],
  [{ $isoWeek: '$at' }, 47],
  [{ $dateToString: { date: '$at', format: '%Y-%m-%d %H:%M' } }, '2026-11-17 08:05'],
  [
    { $dateToString: { date: '$at', format: '%Y-%m-%d %H', timezone: 'Asia/Shanghai' } },
    '2026-11-17 16',
  ],
  [{ $dateFromString: { dateString: '2026-11-17T00:00:00Z' } }, new Date('2026-11-17T00:00:00Z')],
  [{ $dateFromParts: { year: 2026, month: 2, day: 3 } }, new Date('2026-02-03T00:00:00Z')],
  [
    { $dateAdd: { startDate: '$at', unit: 'day', amount: 1 } },
    new Date(day.getTime() + 86_400_000),
  ],
  [{ $dateDiff: { startDate: new Date(0), endDate: new Date(86_400_000), unit: 'day' } }, 1],
  // Types and variables
  [{ $type: '$n' }, 'int'],
  [{ $type: '$none' }, 'missing'],
  [{ $isNumber: '$n' }, true],
  [{ $toString: '$n' }, '7'],
  [{ $toInt: '7' }, 7],
  [{ $toDouble: '1.5' }, 1.5],
  [{ $toBool: 0 }, false],
  [{ $toDate: 0 }, new Date(0)],
  [{ $convert: { input: 'x', to: 'int', onError: -1 } }, -1],
  [{ $let: { vars: { m: 2 }, in: { $multiply: ['$$m', '$n'] } } }, 14],
  [{ $getField: { field: 'x', input: '$o' } }, 1],
]

test.each(ROWS)('%j is what MongoDB computes', async (expression, expected) => {
  const database = freshDatabase()
  await database.insert('things', [DOC])
  const [result] = await database.aggregate('things', [{ $project: { _id: 0, r: expression } }])
  expect(result).toEqual(expected === undefined ? {} : { r: expected })
})

describe('accumulators gather what MongoDB gathers', () => {
  const ACCUMULATORS: [accumulator: unknown, expected: unknown][] = [
    [{ $sum: '$n' }, 9],
    [{ $sum: 1 }, 4],
    [{ $avg: '$n' }, 3],
    [{ $min: '$n' }, 1],
    [{ $max: '$n' }, 5],
    [{ $first: '$n' }, 5],
    [{ $last: '$n' }, 3],
    [{ $push: '$n' }, [5, null, 1, 3]],
    [{ $push: { k: '$k' } }, [{ k: 'a' }, { k: 'b' }, { k: 'a' }, { k: 'c' }]],
    [{ $addToSet: '$k' }, ['a', 'b', 'c']],
    [{ $stdDevPop: '$n' }, Math.sqrt(8 / 3)],
    [{ $stdDevSamp: '$n' }, 2],
    [{ $mergeObjects: '$o' }, { x: 1, y: 4 }],
    [{ $count: {} }, 4],
    [{ $firstN: { input: '$k', n: 2 } }, ['a', 'b']],
    [{ $lastN: { input: '$k', n: 2 } }, ['a', 'c']],
    [{ $maxN: { input: '$n', n: 2 } }, [5, 3]],
    [{ $minN: { input: '$n', n: 2 } }, [1, 3]],
  ]
  test.each(ACCUMULATORS)('%j', async (accumulator, expected) => {
    const database = freshDatabase()
    await database.insert('things', [
      { _id: 1, n: 5, k: 'a', o: { x: 1 } },
      { _id: 2, n: null, k: 'b' },
      { _id: 3, n: 1, k: 'a', o: { y: 2 } },
      { _id: 4, n: 3, k: 'c', o: { y: 4 } },
    ])
    const stages = [{ $sort: { _id: 1 } }, { $group: { _id: null, r: accumulator } }]
    expect(await database.aggregate('things', stages)).toEqual([{ _id: null, r: expected }])
  })
})
