import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import tseslint from 'typescript-eslint'

/** What a folder may not import: the layers of docs/design.md, held by the linter. */
const restrict = (patterns) => ({
  'no-restricted-imports': ['error', { patterns }],
})

/** `import {z}` pulls the whole library into a bundle: 444 KB against 83 KB. */
const NO_NAMED_ZOD = {
  selector: "ImportDeclaration[source.value='zod'] > ImportSpecifier",
  message: "写成 import * as z from 'zod'，不然整个库都会打进包里",
}

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'coverage/',
      'node_modules/',
      '**/miniprogram_npm/',
      'seed/data/',
      '.data/',
      'test/**/fixtures/**/*.js',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          './tsconfig.node.json',
          './local/preview/tsconfig.json',
          './miniprogram/tsconfig.json',
          './test/miniprogram/tsconfig.json',
        ],
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports' },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/require-await': 'off',
      'no-restricted-syntax': ['error', NO_NAMED_ZOD],
    },
  },
  {
    files: ['cloudfunctions/core/domain/**/*.ts', 'miniprogram/shared/**/*.ts'],
    rules: {
      ...restrict([
        {
          regex: 'cloudbase|wx-server-sdk|/store/|/kernel/|/wechat/|^node:',
          message: '规则是纯函数：不碰数据库、时钟、随机数和网络',
        },
      ]),
      'no-restricted-globals': ['error', 'Date.now', 'setTimeout', 'wx'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: '时间由调用者传入' },
        { object: 'Math', property: 'random', message: '随机数由调用者传入' },
      ],
    },
  },
  {
    files: ['cloudfunctions/**/*.ts'],
    ignores: [
      'cloudfunctions/core/store/**',
      'cloudfunctions/core/wechat/**',
      'cloudfunctions/core/domain/**',
    ],
    rules: {
      ...restrict([
        {
          group: ['@cloudbase/*', 'wx-server-sdk'],
          message: '只有 core/store 和 core/wechat 用云开发的 SDK',
        },
        { regex: '/miniprogram/(?!shared/)', message: '云函数只能用 miniprogram/shared' },
      ]),
    },
  },
  {
    files: ['**/*.{mjs,cjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        module: 'writable',
        require: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
        __dirname: 'readonly',
        performance: 'readonly',
        AbortSignal: 'readonly',
      },
    },
  },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
  prettier,
)
