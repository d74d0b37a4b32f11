import type { RuleForm, RulebookForm } from '../calls'

export const EMPTY_RULE: RuleForm = { name: '', fact: 'unanswered', weight: '' }

export interface RuleErrors {
  readonly number?: string
  readonly title?: string
  readonly rules?: Readonly<Record<number, string>>
}

/** What is still missing, by field; empty when it can go out. */
export function checkRulebook({ number, title, rules }: RulebookForm): RuleErrors {
  const wrong = rules.flatMap((rule, index) => {
    const missing = !rule.name.trim()
      ? '还没写这一条叫什么'
      : !rule.weight.trim()
        ? '还没写文件上怎么定的'
        : ''
    return missing ? [[index, missing] as const] : []
  })
  return {
    ...(number.trim() ? {} : { number: '还没写文号' }),
    ...(title.trim() ? {} : { title: '还没写文件叫什么' }),
    ...(wrong.length > 0 ? { rules: Object.fromEntries(wrong) } : {}),
  }
}
