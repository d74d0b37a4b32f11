import { act, actState } from '../../../services/act'
import { closeDraft, keepForm, openDraft } from '../../../services/drafts'
import { page } from '../../../services/page'
import { enterRating } from '../../../services/rating'
import type { Level } from '../../../services/rating'

const DRAFT = 'enter-rating'
const EMPTY = {
  number: '',
  source: '' as '' | 'call' | 'paper',
  card: '',
  level: 0 as Level | 0,
  comment: '',
  passOn: false,
}
type Form = typeof EMPTY

interface Errors {
  readonly number?: string
  readonly source?: string
  readonly card?: string
  readonly level?: string
}

const SOURCES = [
  { key: 'call', text: '我打电话问的' },
  { key: 'paper', text: '纸质评价卡' },
]

function check({ number, source, card, level }: Form): Errors {
  return {
    ...(number.trim() ? {} : { number: '还没写编号' }),
    ...(source ? {} : { source: '先选一个' }),
    ...(source === 'paper' && !card.trim() ? { card: '卡上的编号没写' } : {}),
    ...(level ? {} : { level: '先点一张脸' }),
  }
}

/** 录评价: for people without a phone; whoever handled the matter is refused by the server. */
page({
  data: {
    ...actState(),
    sources: SOURCES,
    form: EMPTY,
    errors: {},
    done: false,
  },
  methods: {
    onLoad() {
      this.setData({ form: openDraft(DRAFT, EMPTY).form })
    },
    change(part: Partial<Form>) {
      const form = { ...this.data.form, ...part }
      keepForm(DRAFT, openDraft(DRAFT, EMPTY), form)
      this.setData({ form, errors: {}, done: false })
    },
    typeNumber(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.change({ number: event.detail.value })
    },
    typeCard(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.change({ card: event.detail.value })
    },
    pickSource(event: WechatMiniprogram.CustomEvent<{ key: 'call' | 'paper' }>) {
      this.change({ source: event.detail.key })
    },
    choose(event: WechatMiniprogram.CustomEvent<{ level: Level }>) {
      this.change({ level: event.detail.level })
    },
    type(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.change({ comment: event.detail.value })
    },
    agree(event: WechatMiniprogram.CustomEvent<{ on: boolean }>) {
      this.change({ passOn: event.detail.on })
    },
    async send() {
      const { form } = this.data
      const errors = check(form)
      const { source, level } = form
      if (Object.keys(errors).length > 0 || !source || !level) {
        this.setData({ errors })
        return
      }
      const { requestId } = openDraft(DRAFT, EMPTY)
      const words = { failed: '没录上', kept: '您填的都在', again: '再录一次' }
      const comment = form.comment.trim()
      const sent = await act(this, words, async () => {
        await enterRating({
          number: form.number,
          source,
          level,
          passOn: form.passOn,
          requestId,
          ...(source === 'paper' ? { card: form.card.trim() } : {}),
          ...(comment ? { comment } : {}),
        })
        return true
      })
      if (!sent) return
      closeDraft(DRAFT)
      this.setData({ form: EMPTY, done: true })
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
  },
})
