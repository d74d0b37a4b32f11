import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { CloudFixture } from '../cloud-fixture'

/** Every action of the table in cloudbase.md, asked for by the real SDKs. */
const cloud = new CloudFixture()
const seen = new Set<string>()

interface Trip {
  name: string
  action: string
  requests: { action: string }[]
}

beforeAll(async () => {
  await cloud.build('node-sdk-actions', 'wx-sdk-actions', 'echo')
  await cloud.start()
}, 60_000)
afterAll(() => cloud.remove())

/** Calls a step; its answer, and the gateway's actions it took. */
async function step(sdk: string, action: string) {
  const { result, error } = await cloud.call<unknown>(sdk, { action }, 'me')
  const trips = (await cloud.get('/__test/trips')).body as unknown as Trip[]
  const asked = trips.filter((trip) => trip.name === sdk).at(-1)?.requests ?? []
  const actions = asked.map((request) => request.action)
  for (const each of actions) seen.add(each)
  return { answer: error ?? result, actions: [...new Set(actions)] }
}

const DATABASE = 'database.'
const IN_TRANSACTION = [
  'database.startTransaction',
  'database.getDocument',
  'database.modifyDocument',
]

/** Each step stands on those before it. */
describe('node-sdk 3.18.3', () => {
  test.each<[string, string[], unknown]>([
    ['createCollection', [`${DATABASE}addCollection`], { requestId: expect.any(String) }],
    ['add', [`${DATABASE}insertDocument`], { id: 'a' }],
    ['addMany', [`${DATABASE}insertDocument`], { ids: ['b', 'c'] }],
    [
      'getDoc',
      [`${DATABASE}getDocument`],
      { data: [{ _id: 'a', n: 1, tags: ['x'], at: '1970-01-01T00:00:00.000Z' }] },
    ],
    ['getWhere', [`${DATABASE}getDocument`], { data: [{ _id: 'c', n: 3 }] }],
    ['count', [`${DATABASE}calculateDocument`], { total: 2 }],
    ['updateDoc', [`${DATABASE}modifyDocument`], { updated: 1 }],
    ['updateWhere', [`${DATABASE}modifyDocument`], { updated: 2 }],
    ['set', [`${DATABASE}modifyDocument`], { updated: 1 }],
    ['setNew', [`${DATABASE}modifyDocument`], { upsertedId: 'd' }],
    ['updateAndReturn', [`${DATABASE}modifyAndReturnDoc`], { updated: 1, doc: { _id: 'a', n: 8 } }],
    ['removeDoc', [`${DATABASE}removeDocument`], { deleted: 1 }],
    ['removeWhere', [`${DATABASE}removeDocument`], { deleted: 1 }],
    ['aggregate', [`${DATABASE}aggregateDocuments`], { data: [{ _id: null, total: 10 }] }],
    [
      'transactionAborted',
      [
        ...IN_TRANSACTION,
        ...['insertDocument', 'modifyAndReturnDoc', 'removeDocument'].map((a) => DATABASE + a),
        `${DATABASE}abortTransaction`,
      ],
      {
        data: { n: 8 },
        doc: { n: 6 },
        after: [
          { _id: 'a', n: 8 },
          { _id: 'b', n: 2 },
        ],
      },
    ],
    [
      'transactionCommitted',
      [
        ...IN_TRANSACTION,
        ...['insertDocument', 'modifyAndReturnDoc', 'removeDocument'].map((a) => DATABASE + a),
        `${DATABASE}commitTransaction`,
      ],
      {
        data: { n: 8 },
        doc: { n: 6 },
        after: [
          { _id: 'a', n: 100 },
          { _id: 't', n: 6 },
        ],
      },
    ],
    [
      'callFunction',
      ['functions.invokeFunction'],
      { result: { event: { said: 'hello' }, openid: 'me', source: 'wx_client,scf' } },
    ],
    [
      'uploadFile',
      ['storage.getUploadMetadata'],
      { fileID: 'cloud://local.local-bucket/a/证.txt' },
    ],
    [
      'getTempFileURL',
      ['storage.batchGetDownloadUrl'],
      {
        fileList: [
          { code: 'SUCCESS', tempFileURL: expect.stringContaining('/storage/a/证.txt?') },
          { code: 'STORAGE_FILE_NONEXIST', tempFileURL: '' },
        ],
      },
    ],
    [
      'getFileInfo',
      ['storage.batchGetDownloadUrl'],
      { fileList: [{ code: 'SUCCESS', fileName: '证.txt', size: 6 }] },
    ],
    ['downloadFile', ['storage.batchGetDownloadUrl'], '内容'],
    ['copyFile', ['storage.batchCopyFile'], { fileList: [{ code: 'SUCCESS' }] }],
    [
      'deleteFile',
      ['storage.batchDeleteFile'],
      { fileList: [{ code: 'SUCCESS' }, { code: 'STORAGE_FILE_NONEXIST' }] },
    ],
    ['callWxOpenApi', ['wx.api'], { result: { errcode: 0, result: { suggest: 'pass' } } }],
    ['getUserInfo', [], { openId: 'me' }],
    ['getEndUserInfo', ['auth.getUserInfoForAdmin'], { userInfo: { openId: '', uid: 'uid-1' } }],
    ['queryUserInfo', ['auth.getUserInfoForAdmin'], { userInfo: { openId: 'me' } }],
  ])('%s', async (name, actions, expected) => {
    const { answer, actions: asked } = await step('node-sdk-actions', name)
    expect(asked.sort()).toEqual(actions.sort())
    matches(answer, expected)
  })
})

describe('wx-server-sdk 4.0.2', () => {
  test.each<[string, string[], unknown]>([
    ['createCollection', [`${DATABASE}addCollection`], { errMsg: 'createCollection:ok' }],
    ['add', [`${DATABASE}insertDocument`], { _id: 'a' }],
    ['getDoc', [`${DATABASE}getDocument`], { data: { _id: 'a', n: 1 } }],
    ['getWhere', [`${DATABASE}getDocument`], { data: [{ _id: 'a', n: 1 }] }],
    ['count', [`${DATABASE}calculateDocument`], { total: 1 }],
    ['updateDoc', [`${DATABASE}modifyDocument`], { stats: { updated: 1 } }],
    ['updateWhere', [`${DATABASE}modifyDocument`], { stats: { updated: 1 } }],
    ['set', [`${DATABASE}modifyDocument`], { _id: 'b', stats: { created: 1 } }],
    ['aggregate', [`${DATABASE}aggregateDocuments`], { list: [{ total: 42 }] }],
    ['transaction', [...IN_TRANSACTION, `${DATABASE}commitTransaction`], { n: 2 }],
    [
      'transactionAborted',
      ['startTransaction', 'modifyDocument', 'abortTransaction'].map((a) => DATABASE + a),
      { reason: { why: 'as ordered' } },
    ],
    ['removeDoc', [`${DATABASE}removeDocument`], { stats: { removed: 1 } }],
    ['removeWhere', [`${DATABASE}removeDocument`], { stats: { removed: 1 } }],
    ['callFunction', ['functions.invokeFunction'], { result: { event: { said: 'hello' } } }],
    [
      'uploadFile',
      ['storage.getUploadMetadata'],
      { fileID: 'cloud://local.local-bucket/w/证.txt' },
    ],
    ['getTempFileURL', ['storage.batchGetDownloadUrl'], { fileList: [{ status: 0 }] }],
    ['downloadFile', ['storage.batchGetDownloadUrl'], '内容'],
    ['deleteFile', ['storage.batchDeleteFile'], { fileList: [{ status: 0 }] }],
    ['getWXContext', [], { OPENID: 'me', APPID: 'wxlocal0000000000', ENV: 'local' }],
    ['openapiCheck', ['wx.openApi'], { errCode: 0, result: { suggest: 'pass' } }],
    ['openapiSend', ['wx.openApi'], { errCode: 0 }],
  ])('%s', async (name, actions, expected) => {
    const { answer, actions: asked } = await step('wx-sdk-actions', name)
    expect(asked.sort()).toEqual(actions.sort())
    matches(answer, expected)
  })
})

test('SDK 2.x: database.aggregate answers with one text', async () => {
  const stages = [{ stageKey: '$group', stageValue: '{"_id":null,"total":{"$sum":"$n"}}' }]
  const { body } = await cloud.post('/admin', {
    action: 'database.aggregate',
    collectionName: 'shelf',
    stages,
  })
  expect(body).toMatchObject({ data: { list: '[{"_id":null,"total":{"$numberInt":"106"}}]' } })
  seen.add('database.aggregate')
})

test('nothing of the table was left out', () => {
  expect([...seen].sort()).toEqual(
    [
      ...['addCollection', 'insertDocument', 'getDocument', 'calculateDocument'],
      ...['modifyDocument', 'modifyAndReturnDoc', 'removeDocument', 'aggregateDocuments'],
      ...['aggregate', 'startTransaction', 'commitTransaction', 'abortTransaction'],
    ]
      .map((action) => DATABASE + action)
      .concat(
        'functions.invokeFunction',
        ...['getUploadMetadata', 'batchGetDownloadUrl', 'batchDeleteFile', 'batchCopyFile'].map(
          (action) => `storage.${action}`,
        ),
        ...['wx.api', 'wx.openApi', 'auth.getUserInfoForAdmin'],
      )
      .sort(),
  )
})

function matches(answer: unknown, expected: unknown): void {
  if (typeof expected === 'object' && expected !== null) expect(answer).toMatchObject(expected)
  else expect(answer).toBe(expected)
}
