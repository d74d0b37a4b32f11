/** What old phones do not know is not used. */
export default {
  ignoreFiles: ['**/miniprogram_npm/**', 'dist/**'],
  rules: {
    'property-disallowed-list': ['gap', 'row-gap', 'column-gap', 'inset', 'aspect-ratio'],
    'selector-pseudo-class-disallowed-list': ['has', 'is', 'where'],
    'block-no-empty': true,
    'color-no-invalid-hex': true,
    'declaration-block-no-duplicate-properties': [
      true,
      { ignore: ['consecutive-duplicates-with-different-values'] },
    ],
    'property-no-unknown': true,
    'unit-no-unknown': [true, { ignoreUnits: ['rpx'] }],
  },
}
