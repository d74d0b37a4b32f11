import { describe, expect, test } from '@jest/globals'
import { freshDatabase } from '../temporary-database'

type Stage = Record<string, unknown>

const DOCS = [
  { _id: 1, k: 'a', n: 3, tags: ['x', 'y'], at: { lat: 1 } },
  { _id: 2, k: 'b', n: 1, tags: [] },
  { _id: 3, k: 'a', n: null, tags: 'z' },
  { _id: 4, n: 7, tags: ['x'] },
  { _id: 5, k: null, n: 5 },
]

async function run(...stages: Stage[]): Promise<unknown[]> {
  const database = freshDatabase()
  await database.insert('things', DOCS)
  database.createCollection('units')
  await database.insert('units', [
    { _id: 'a', name: '民政', members: [1, 3] },
    { _id: 'b', name: '社保', members: [] },
    { _id: 'c', boss: 'a', name: '分部' },
    { _id: 'd', boss: 'c', name: '小组' },
  ])
  return database.aggregate('things', stages)
}

const id = { $project: { _id: 1 } }
const byId = { $sort: { _id: 1 } }
const ids = (...list: number[]) => list.map((_id) => ({ _id }))
const only = (_id: number) => ({ $match: { _id } })

/** What MongoDB answers. */
const ROWS: [stages: Stage[], expected: unknown[]][] = [
  [[{ $match: { n: { $gte: 3 } } }, byId, id], ids(1, 4, 5)],
  [[{ $sort: { n: -1, _id: 1 } }, id], ids(4, 5, 1, 2, 3)],
  [[byId, { $skip: 1 }, { $limit: 2 }, id], ids(2, 3)],
  [[byId, { $limit: 2 }, { $skip: 1 }, id], ids(2)],
  [[{ $count: 'total' }], [{ total: 5 }]],
  [[{ $match: { _id: 9 } }, { $count: 'total' }], []],
  [[only(1), { $project: { k: 1, 'at.lat': 1, _id: 0 } }], [{ k: 'a', at: { lat: 1 } }]],
  [[only(1), { $project: { tags: 0, at: 0 } }], [{ _id: 1, k: 'a', n: 3 }]],
  [
    [only(1), { $project: { _id: 0, m: '$n', both: ['$k', '$none'] } }],
    [{ m: 3, both: ['a', null] }],
  ],
  [[only(4), { $project: { k: 1, n: { $cond: [true, '$$REMOVE', 1] } } }], [{ _id: 4 }]],
  [
    [only(2), { $addFields: { 'at.lat': { $add: ['$n', 1] }, k: 'c' } }],
    [{ _id: 2, k: 'c', n: 1, tags: [], at: { lat: 2 } }],
  ],
  [[only(2), { $set: { n: 2 } }, { $unset: ['tags', 'k'] }], [{ _id: 2, n: 2 }]],
  [[only(1), { $replaceRoot: { newRoot: '$at' } }], [{ lat: 1 }]],
  [
    [only(1), { $replaceRoot: { newRoot: { $mergeObjects: [{ lng: 0 }, '$at'] } } }],
    [{ lng: 0, lat: 1 }],
  ],
  [[only(1), { $replaceWith: '$at' }], [{ lat: 1 }]],
  [
    [{ $unwind: '$tags' }, byId, { $project: { tags: 1 } }],
    [
      { _id: 1, tags: 'x' },
      { _id: 1, tags: 'y' },
      { _id: 3, tags: 'z' },
      { _id: 4, tags: 'x' },
    ],
  ],
  [
    [
      { $unwind: { path: '$tags', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' } },
      { $match: { _id: { $in: [1, 2, 5] } } },
      { $project: { tags: 1, i: 1 } },
    ],
    [
      { _id: 1, tags: 'x', i: 0 },
      { _id: 1, tags: 'y', i: 1 },
      { _id: 2, i: null },
      { _id: 5, i: null },
    ],
  ],
  [
    [{ $group: { _id: '$k', n: { $sum: 1 } } }, byId],
    [
      { _id: null, n: 2 },
      { _id: 'a', n: 2 },
      { _id: 'b', n: 1 },
    ],
  ],
  [
    [{ $group: { _id: { k: '$k' }, n: { $sum: '$n' } } }, { $sort: { n: 1 } }, { $limit: 1 }],
    [{ _id: { k: 'b' }, n: 1 }],
  ],
  [[{ $group: { _id: null, n: { $sum: 1 } } }], [{ _id: null, n: 5 }]],
  [
    [{ $sortByCount: { $ifNull: ['$k', 'none'] } }, { $match: { count: 1 } }],
    [{ _id: 'b', count: 1 }],
  ],
  [
    [{ $bucket: { groupBy: '$n', boundaries: [1, 3, 7], default: 'other' } }],
    [
      { _id: 1, count: 1 },
      { _id: 3, count: 2 },
      { _id: 'other', count: 2 },
    ],
  ],
  [
    [
      { $match: { n: { $gt: 0 } } },
      { $bucket: { groupBy: '$n', boundaries: [0, 4, 9], output: { all: { $push: '$_id' } } } },
    ],
    [
      { _id: 0, all: [1, 2] },
      { _id: 4, all: [4, 5] },
    ],
  ],
  [
    [{ $match: { n: { $gt: 0 } } }, { $bucketAuto: { groupBy: '$n', buckets: 2 } }],
    [
      { _id: { min: 1, max: 5 }, count: 2 },
      { _id: { min: 5, max: 7 }, count: 2 },
    ],
  ],
  [
    [{ $facet: { n: [{ $count: 'n' }], first: [byId, { $limit: 1 }, id] } }],
    [{ n: [{ n: 5 }], first: [{ _id: 1 }] }],
  ],
  [
    [
      only(1),
      { $lookup: { from: 'units', localField: 'k', foreignField: '_id', as: 'unit' } },
      { $project: { 'unit.name': 1 } },
    ],
    [{ _id: 1, unit: [{ name: '民政' }] }],
  ],
  [
    [
      only(1),
      { $lookup: { from: 'units', localField: '_id', foreignField: 'members', as: 'u' } },
      { $project: { 'u._id': 1 } },
    ],
    [{ _id: 1, u: [{ _id: 'a' }] }],
  ],
  [
    [
      only(3),
      {
        $lookup: {
          from: 'units',
          let: { me: '$_id' },
          pipeline: [
            { $match: { $expr: { $in: ['$$me', { $ifNull: ['$members', []] }] } } },
            { $project: { name: 1, _id: 0 } },
          ],
          as: 'u',
        },
      },
      { $project: { u: 1 } },
    ],
    [{ _id: 3, u: [{ name: '民政' }] }],
  ],
  [
    [
      only(1),
      {
        $graphLookup: {
          from: 'units',
          startWith: '$k',
          connectFromField: '_id',
          connectToField: 'boss',
          as: 'under',
          depthField: 'd',
        },
      },
      { $project: { 'under._id': 1 } },
    ],
    [{ _id: 1, under: [{ _id: 'c' }, { _id: 'd' }] }],
  ],
  [
    [
      { $match: { _id: 2 } },
      id,
      { $unionWith: { coll: 'units', pipeline: [{ $match: { _id: 'b' } }, id] } },
    ],
    [{ _id: 2 }, { _id: 'b' }],
  ],
  [[only(1), { $redact: { $cond: [{ $eq: ['$k', 'a'] }, '$$PRUNE', '$$KEEP'] } }], []],
]

describe('stages answer what MongoDB answers', () => {
  test.each(ROWS)('%j', async (stages, expected) => {
    expect(await run(...stages)).toEqual(expected)
  })

  test('$sample draws each document once at most', async () => {
    const drawn = (await run({ $sample: { size: 3 } })) as { _id: number }[]
    expect(new Set(drawn.map(({ _id }) => _id)).size).toBe(3)
    expect(await run({ $sample: { size: 99 } })).toHaveLength(5)
  })
})

describe('what is refused, by name', () => {
  const cases: [says: string, stage: Stage][] = [
    ['$geoNear', { $geoNear: {} }],
    ['$out', { $out: 'x' }],
    ['$merge', { $merge: { into: 'x' } }],
    ['$indexStats', { $indexStats: {} }],
    ['$collStats', { $collStats: {} }],
    ['$search', { $search: {} }],
    ['$changeStream', { $changeStream: {} }],
    ['$bucket', { $bucket: { groupBy: '$n', boundaries: [2, 1] } }],
    ['$switch', { $bucket: { groupBy: '$n', boundaries: [0, 1] } }],
    ['$top', { $group: { _id: null, a: { $top: { sortBy: { n: 1 }, output: '$k' } } } }],
    ['$bottom', { $group: { _id: null, a: { $bottom: { sortBy: { n: 1 }, output: '$k' } } } }],
    ['$week', { $addFields: { a: { $week: '$at' } } }],
    ['$sample', { $sample: { size: 0 } }],
    ['$group', { $group: { n: { $sum: 1 } } }],
    ['$frobnicate', { $group: { _id: null, n: { $frobnicate: 1 } } }],
    ['$function', { $addFields: { a: { $function: {} } } }],
    ['$accumulator', { $group: { _id: null, a: { $accumulator: {} } } }],
    ['Project|projection', { $project: { a: 1, b: 0 } }],
  ]
  test.each(cases)('%s: %j', async (says, stage) => {
    await expect(run(stage)).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringMatching(new RegExp(says.replace('$', '\\$'))) as unknown,
    })
  })
})
