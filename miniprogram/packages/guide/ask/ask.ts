import { foundItem } from '../../../services/finder'
import type { FoundItem } from '../../../services/finder'
import { load, pageState } from '../../../services/load'
import { go } from '../../../services/navigate'
import { page } from '../../../services/page'
import { fitting, nextQuestion } from '../../../shared/three-questions'
import type { Answers, Question, QuestionKey } from '../../../shared/three-questions'
import { fetchCatalogue, NO_CATALOGUE } from '../catalogue'
import type { Catalogue } from '../catalogue'

/** Stays out of setData, as on the page of all matters. */
let catalogue = NO_CATALOGUE

/** What was answered, in order, so that one can go back. */
interface Step {
  readonly key: QuestionKey
  readonly id: string
  /** What it says above the next question; empty for 说不清. */
  readonly text: string
}

/** 我要办什么: three questions at most, then the few matters that fit. */
page({
  data: {
    ...pageState(),
    steps: [] as Step[],
    said: '',
    number: 1,
    question: null as Question | null,
    found: [] as FoundItem[],
  },
  methods: {
    onLoad() {
      void this.refresh()
    },
    async refresh() {
      await load(this, {
        key: 'catalogue',
        fetch: fetchCatalogue,
        show: (fetched: Catalogue) => {
          catalogue = fetched
          this.show(this.data.steps)
        },
      })
    },
    show(steps: Step[]) {
      const { items, categories } = catalogue
      const answers: Answers = Object.fromEntries(steps.map(({ key, id }) => [key, id]))
      const question = nextQuestion(items, categories, answers)
      this.setData({
        steps,
        said: steps
          .map(({ text }) => text)
          .filter(Boolean)
          .join('，'),
        number: steps.length + 1,
        question,
        found: question ? [] : fitting(items, categories, answers).map(foundItem),
      })
      void wx.pageScrollTo({ scrollTop: 0, duration: 0 })
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const { id = '', text = '' } = event.currentTarget.dataset as Record<string, string>
      const { question, steps } = this.data
      if (question) this.show([...steps, { key: question.key, id, text }])
    },
    back() {
      this.show(this.data.steps.slice(0, -1))
    },
    again() {
      this.show([])
    },
    open(event: WechatMiniprogram.TouchEvent) {
      go(`/packages/guide/item/item?code=${String(event.currentTarget.dataset.code)}`)
    },
    onShareAppMessage() {
      return { title: '说不清办什么？三个问题帮您找', path: '/packages/guide/ask/ask' }
    },
  },
})
