import fc from 'fast-check'

/** One request of the fuzz, ready to be sent. */
export interface FuzzRequest {
  readonly method: string
  readonly path: string
  readonly headers: Record<string, string>
  readonly body: Uint8Array | string | undefined
}

/** The collections it may spoil; that of the control document is not among them. */
const COLLECTIONS = [
  'things',
  'jobs',
  'nowhere',
  '__wx_permits',
  '',
  '../x',
  'a$b',
  'x'.repeat(300),
]

const KEYS = [
  ...[
    'a',
    'b',
    '_id',
    'size',
    'township',
    'a.b',
    'a..b',
    '.',
    '',
    'a.$',
    'a.$[]',
    '$',
    '$$a',
    '键',
  ],
  ...['__proto__', 'constructor', 'toString', 'a\u0000b', 'length', '0', '-1'],
  ...['$set', '$unset', '$inc', '$mul', '$push', '$pull', '$pop', '$addToSet', '$rename', '$min'],
  ...['$eq', '$ne', '$gt', '$gte', '$in', '$nin', '$not', '$and', '$or', '$nor', '$exists', '$all'],
  ...['$elemMatch', '$size', '$type', '$mod', '$regex', '$options', '$expr', '$each', '$position'],
  ...[
    '$where',
    '$function',
    '$out',
    '$merge',
    '$bucket',
    '$lookup',
    '$near',
    '$geoWithin',
    '$text',
  ],
  ...['$date', '$oid', '$numberInt', '$numberLong', '$numberDouble', '$numberDecimal', '$binary'],
  ...['$regularExpression', '$timestamp', '$minKey', '$tcb_server_date', '$undefined', '$code'],
]

const STAGES = [
  ...['$match', '$group', '$project', '$sort', '$limit', '$skip', '$unwind', '$count', '$lookup'],
  ...['$addFields', '$replaceRoot', '$sample', '$facet', '$out', '$merge', '$bucket', '$what', ''],
]

const ACTIONS = [
  ...['addCollection', 'insertDocument', 'getDocument', 'calculateDocument', 'modifyDocument'],
  ...['modifyAndReturnDoc', 'removeDocument', 'aggregateDocuments', 'aggregate', 'drop'],
  ...['startTransaction', 'commitTransaction', 'abortTransaction'],
].map((name) => `database.${name}`)

const OTHER_ACTIONS = [
  ...['functions.invokeFunction', 'wx.api', 'wx.openApi', 'auth.getUserInfoForAdmin'],
  ...['storage.getUploadMetadata', 'storage.batchGetDownloadUrl', 'storage.batchDeleteFile'],
  ...['storage.batchCopyFile', '__proto__', 'constructor', ''],
]

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    ...KEYS,
    '\ud800',
    '2026-11-17T00:00:00Z',
    'NaN',
    '1e400',
    '(',
    '../../etc/passwd',
  ),
)
const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(0, -0, -1, 2 ** 53, 1e308, 1001))

/** Values as they stand in EJSON: ordinary ones, typed ones, and typed ones that are wrong. */
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    number,
    text,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}))
const object = fc.dictionary(fc.constantFrom(...KEYS), value, { maxKeys: 4, noNullPrototype: true })

const stage = fc.record({
  stageKey: fc.oneof(fc.constantFrom(...STAGES), value),
  stageValue: fc.oneof(object.map(toJson), text, value),
})

/** EJSON text, mostly right; some of it is cut short. */
const ejson = fc.oneof(
  { weight: 6, arbitrary: object.map(toJson) },
  { weight: 1, arbitrary: value.map(toJson) },
  { weight: 1, arbitrary: object.map((it) => toJson(it).slice(0, -1)) },
  { weight: 1, arbitrary: value },
)

const fields = fc.record(
  {
    collectionName: fc.oneof(fc.constantFrom(...COLLECTIONS), value),
    query: ejson,
    data: fc.oneof(ejson, fc.array(ejson, { maxLength: 3 })),
    order: ejson,
    projection: ejson,
    stages: fc.oneof(fc.array(stage, { maxLength: 3 }), value),
    limit: fc.oneof(number, value),
    offset: fc.oneof(number, value),
    ...{ queryType: value, multi: fc.boolean(), merge: fc.boolean(), upsert: fc.boolean() },
    transactionId: fc.oneof(fc.constant(''), text, value),
    function_name: fc.oneof(fc.constantFrom('echo', 'nobody'), text),
    request_data: ejson,
    path: text,
    file_list: fc.oneof(fc.array(value, { maxLength: 3 }), value),
    fileid_list: fc.oneof(fc.array(text, { maxLength: 3 }), value),
    apiName: fc.oneof(fc.constantFrom('subscribeMessage.send', 'security.msgSecCheck'), text),
    requestData: ejson,
    ...{ platformId: value, uuid: value },
  },
  { requiredKeys: [] },
)

/** Anything for any field. */
const nonsense = fc
  .tuple(fc.oneof(fc.constantFrom(...ACTIONS, ...OTHER_ACTIONS), value), fields)
  .map(([action, more]) => ({ ...more, action }))

const field = fc.constantFrom('a', 'b', 'size', 'a.b', 'a.0', 'township')
const operator = fc.constantFrom(...KEYS.filter((key) => key.startsWith('$')))
const byField = (it: fc.Arbitrary<unknown>) =>
  fc.dictionary(field, it, { maxKeys: 3, noNullPrototype: true })
const byOperator = (it: fc.Arbitrary<unknown>) =>
  fc.dictionary(operator, it, { minKeys: 1, maxKeys: 2, noNullPrototype: true })

const plain = fc.oneof(
  ...[fc.constant(null), fc.boolean(), fc.integer(), fc.constantFrom('a', 't', '$size', '键')],
  ...[fc.array(fc.nat(3), { maxLength: 3 }), byField(fc.nat(3)), fc.array(byField(fc.nat(3)))],
)
const condition = byField(fc.oneof(plain, plain, byOperator(plain)))
const question = fc.oneof(condition, condition, byOperator(fc.array(condition, { maxLength: 3 })))
const update = fc.dictionary(
  fc.oneof(fc.constantFrom('$set', '$inc', '$push', '$unset', '$pull', '$mul'), operator),
  byField(fc.oneof(plain, byOperator(plain))),
  { minKeys: 1, maxKeys: 2, noNullPrototype: true },
)
const change = fc.oneof(update, update, byField(plain))
const order = byField(fc.constantFrom(1, -1))
const projection = fc.oneof(byField(fc.constant(1)), byField(fc.constant(0)), condition)

/** Questions as the SDK would put them; what they ask for may still make no sense. */
const sensible = fc
  .record(
    {
      action: fc.constantFrom(...ACTIONS),
      collectionName: fc.constant('things'),
      query: question.map(toJson),
      list: fc.array(byField(plain).map(toJson), { minLength: 1, maxLength: 3 }),
      change: change.map(toJson),
      order: order.map(toJson),
      projection: projection.map(toJson),
      stages: fc.array(
        fc.record({
          stageKey: fc.constantFrom(...STAGES),
          stageValue: fc
            .oneof(
              question,
              order,
              projection,
              fc.integer(),
              field.map((it) => `$${it}`),
            )
            .map(toJson),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      ...{ limit: fc.nat(2000), offset: fc.nat(20) },
      ...{ multi: fc.boolean(), merge: fc.boolean(), upsert: fc.boolean() },
    },
    { requiredKeys: ['action', 'collectionName', 'query', 'list', 'change', 'stages'] },
  )
  .map(({ list, change, ...it }) => ({
    ...it,
    data: it.action.endsWith('insertDocument') ? list : change,
  }))

const admin = fc.oneof(sensible, sensible, nonsense)

const wx = fc.oneof(
  fc.record(
    { openid: text, name: fc.oneof(fc.constant('echo'), text, value), data: value, tag: value },
    { requiredKeys: ['name'] },
  ),
  fc.record({ openid: text, templates: value }),
  fc.record({ advance: fc.constantFrom('1s', '999999d', '-1d', 'soon') }),
)

const CONTENT_TYPES = [
  ...['application/json', 'application/json; charset=utf-8', 'text/plain', 'application/xml'],
  ...['multipart/form-data; boundary=x', 'multipart/form-data', 'nonsense'],
]

const JSON_HEADERS = { 'content-type': 'application/json' }

const path = text.map((segment) => encodeURIComponent(Buffer.from(segment).toString()))

export const request: fc.Arbitrary<FuzzRequest> = fc.oneof(
  { weight: 16, arbitrary: admin.map((body) => post('/admin', JSON_HEADERS, toJson(body))) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom('/wx/call', '/wx/subscribe', '/clock'), wx)
      .map(([to, body]) => post(to, JSON_HEADERS, toJson(body))),
  },
  {
    // Bytes that are no JSON, or not what their type says.
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom('/admin', '/wx/call', '/wx/upload', '/storage/x', '/nowhere'),
        fc.constantFrom(...CONTENT_TYPES),
        fc.oneof(fc.uint8Array({ maxLength: 200 }), admin.map(toJson)),
      )
      .map(([to, type, body]) => post(to, { 'content-type': type }, body)),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom('GET', 'PUT', 'DELETE', 'HEAD'),
        fc.constantFrom(
          '/inspect/collections/',
          '/storage/',
          '/wx/messages?openid=',
          '/clock/',
          '/',
        ),
        path,
      )
      .map(([method, start, end]) => ({ method, path: start + end, headers: {}, body: undefined })),
  },
)

function post(path: string, headers: Record<string, string>, body: Uint8Array | string) {
  return { method: 'POST', path, headers, body }
}

function toJson(it: unknown): string {
  return JSON.stringify(it) ?? 'undefined'
}
