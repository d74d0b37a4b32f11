import { openAction } from '../../core/kernel/action'
import { textsOf } from '../texts'
import { faqInput, faqOutput } from '../schema'

export const faq = openAction({
  summary: '常问的：一问一答，带相关的事项',
  by: ['public'],
  scope: 'public',
  input: faqInput,
  output: faqOutput,
  run: async ({ scope }) => {
    const texts = await textsOf(scope, 'faq')
    return {
      faq: texts.map(({ title, text, ...rest }) => ({ ...rest, question: title, answer: text })),
    }
  },
})
