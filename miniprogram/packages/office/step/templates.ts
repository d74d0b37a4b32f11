/**
 * 答复怎么写: plain sentences to tap and edit. What stands in 〔〕 must be replaced by facts before
 * it can be sent.
 */
export interface Template {
  readonly key: string
  /** What it is about, for the chip. */
  readonly name: string
  readonly text: string
}

export type TemplateSet = 'accept' | 'progress' | 'approve' | 'refuse'

export const TEMPLATES: Readonly<Record<TemplateSet, readonly Template[]>> = {
  accept: [
    { key: 'complete', name: '材料齐', text: '材料看过了，齐的。' },
    { key: 'bring', name: '人来时带', text: '材料先收下，还差〔哪样〕，下次来时带上就行。' },
  ],
  progress: [
    { key: 'called', name: '打过电话', text: '给您家打过电话，问清了〔什么事〕。' },
    { key: 'visited', name: '上门看过', text: '〔哪天〕上门看过，情况属实，正在往下办。' },
    { key: 'sent', name: '报到县里', text: '材料报到县里了，〔哪天〕前有回音。' },
  ],
  approve: [
    {
      key: 'money',
      name: '发钱的',
      text: '通过了，从〔几月〕起发，打到您的卡里，每月〔多少〕元。',
    },
    {
      key: 'paper',
      name: '拿证的',
      text: '证办好了，〔哪天〕起到〔哪里〕拿，带身份证。家里人也能代拿。',
    },
    { key: 'brought', name: '送到村里', text: '办好了，周四干部进村时带来，交给代办员。' },
    { key: 'plain', name: '办成了', text: '办好了，您不用再跑。有不清楚的，打电话问我。' },
  ],
  refuse: [
    {
      key: 'rule',
      name: '不符合',
      text: '这次没通过，因为〔哪一条没达到〕。以后〔什么情况变了〕，可以再交。',
    },
    {
      key: 'paper',
      name: '材料不够',
      text: '这次没通过，因为〔哪样材料〕到期也没补上。补齐了可以再交。',
    },
    {
      key: 'other',
      name: '另有去处',
      text: '这事归〔哪个部门〕办，我们已经转过去，电话〔号码〕。',
    },
  ],
}

const BLANK = /〔[^〕]*〕/

/** What is still to be replaced; empty when nothing is. */
export const blankIn = (text: string): string => BLANK.exec(text)?.[0] ?? ''
