import fc from 'fast-check'

const between = (min: number, max: number) =>
  fc.integer({ min, max }).map((code) => String.fromCodePoint(code))

/** Any text that a phone can send: control characters, Chinese, rare characters, emoji. */
export const anyText = fc.string({
  unit: fc.oneof(
    between(0, 0x7f),
    between(0x4e00, 0x9fff),
    between(0, 0xd7ff),
    between(0xe000, 0x10ffff),
  ),
  maxLength: 40,
})
