import { Binary, ObjectId } from 'bson'
import fc from 'fast-check'

/** Random values and queries over few fields and few values, so that they meet often. */

const hex = fc.stringMatching(/^[0-9a-f]{24}$/)

export const scalar = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -3, max: 3 }),
  fc.double({ noNaN: true, min: -2, max: 2 }),
  fc.constantFrom('', 'a', 'ab', 'b', '新铺', 'a\u0000', 'a\u0000b'),
  fc.boolean(),
  fc.integer({ min: -2, max: 2 }).map((ms) => new Date(ms)),
)

/** Any BSON value, nested ones too. */
export const bsonValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.constantFrom(undefined, NaN, Infinity, -Infinity, 1e300, -1e-300, 2 ** 53),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
    hex.map((text) => new ObjectId(text)),
    fc.uint8Array({ maxLength: 3 }).map((bytes) => new Binary(bytes)),
    fc.constantFrom(/a/, /a/i, /b/),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'ab'), tie('value'), {
      maxKeys: 2,
      noNullPrototype: true,
    }),
  ),
})).value

const small = fc.integer({ min: 0, max: 4 })
const instant = fc.integer({ min: 0, max: 5 }).map((ms) => new Date(ms))
const mostlySmall = fc.oneof({ weight: 3, arbitrary: small }, { weight: 1, arbitrary: scalar })
const seat = fc.record({ who: small, n: mostlySmall }, { requiredKeys: [], noNullPrototype: true })

/** Documents with a scalar, an array and sub-documents, any of them missing at times. */
export const fields = fc.record(
  {
    a: fc.integer({ min: 0, max: 2 }),
    b: fc.oneof(mostlySmall, fc.array(mostlySmall, { maxLength: 3 })),
    c: mostlySmall,
    seats: fc.array(seat, { maxLength: 3 }),
    at: instant,
  },
  { requiredKeys: [], noNullPrototype: true },
)

/** A condition on one field, with operands of the kind that the field mostly has. */
function condition(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const bound = value.filter((operand) => operand !== null)
  const several = fc.array(value, { maxLength: 3 })
  return fc.oneof(
    { weight: 3, arbitrary: value },
    { weight: 2, arbitrary: fc.record({ $gte: bound, $lt: bound }, { noNullPrototype: true }) },
    fc.record({ $gt: bound, $lte: bound }, { requiredKeys: [], noNullPrototype: true }),
    several.map(($in) => ({ $in })),
    several.map(($nin) => ({ $nin })),
    value.map(($ne) => ({ $ne })),
    fc.boolean().map(($exists) => ({ $exists })),
  )
}

const onField = (field: string, value: fc.Arbitrary<unknown>) =>
  condition(value).map((expression) => [field, expression] as const)

const someFields = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .uniqueArray(
        fc.oneof(
          onField('a', fc.integer({ min: 0, max: 2 })),
          onField('b', mostlySmall),
          onField('c', mostlySmall),
          onField('at', instant),
          onField('seats.who', small),
          onField('seats.n', mostlySmall),
        ),
        { selector: ([field]) => field, maxLength: 2 },
      )
      .map((pairs): Record<string, unknown> => Object.fromEntries(pairs)),
  },
  {
    weight: 1,
    arbitrary: fc.record({ seats: fc.record({ $elemMatch: seat.filter((s) => 'who' in s) }) }),
  },
)

export const query = fc.oneof(
  { weight: 4, arbitrary: someFields },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('$and', '$or', '$nor'),
        fc.array(someFields, { minLength: 1, maxLength: 2 }),
      )
      .map(([operator, parts]) => ({ [operator]: parts })),
  },
) as fc.Arbitrary<Record<string, unknown>>

/** `$or` over fields that have indexes, alone or within a scope. */
const indexed = fc.oneof(
  onField('a', fc.integer({ min: 0, max: 2 })),
  onField('b', mostlySmall),
  onField('at', instant),
)
const alternative = fc
  .uniqueArray(indexed, { selector: ([field]) => field, minLength: 1, maxLength: 2 })
  .map((pairs): Record<string, unknown> => Object.fromEntries(pairs))

export const alternatives = fc
  .tuple(
    fc.oneof(fc.constant({}), fc.record({ a: fc.integer({ min: 0, max: 2 }) })),
    fc.array(alternative, { minLength: 2, maxLength: 3 }),
  )
  .map(([scope, $or]): Record<string, unknown> => ({ $and: [scope, { $or }] }))

export const order = fc
  .uniqueArray(
    fc.tuple(fc.constantFrom('a', 'b', 'c', 'at', '_id'), fc.constantFrom<1 | -1>(1, -1)),
    {
      selector: ([field]) => field,
      maxLength: 2,
    },
  )
  .map((pairs) => Object.fromEntries(pairs))
