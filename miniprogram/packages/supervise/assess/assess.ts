import { act, actState } from '../../../services/act'
import { dropCache } from '../../../services/cache'
import { load, pageState } from '../../../services/load'
import { page } from '../../../services/page'
import { newRequestId } from '../../../services/request-id'
import {
  appealAssessment,
  ASSESSMENT_KEY,
  fetchAssessment,
  judgeAssessment,
  registerAssessment,
  turnOff,
  writeRules,
} from '../calls'
import type { Assessment, RuleForm, RulebookForm } from '../calls'
import { checkRulebook, EMPTY_RULE } from './form'
import { assessView } from './view'
import type { AssessView } from './view'

/** What is being written; one thing at a time. */
type Mode = '' | 'rules' | 'off' | 'decide' | 'appeal' | 'judge'

const EMPTY: RulebookForm = { number: '', title: '', rules: [EMPTY_RULE] }
const MOST_RULES = 30

/** 考核: off until the leader turns it on; then facts by the township's own rules, decided by people. */
page({
  data: {
    ...pageState(),
    ...actState(),
    view: null as AssessView | null,
    choices: [] as Assessment['choices'],
    mode: '' as Mode,
    form: EMPTY,
    errors: {},
    /** The unit or the decision that is written about. */
    id: '',
    name: '',
    month: '',
    decision: '',
    text: '',
    error: '',
    done: '',
  },
  methods: {
    onLoad() {
      void this.refresh()
    },
    async refresh() {
      await load(this, {
        key: ASSESSMENT_KEY,
        fetch: fetchAssessment,
        show: (answer: Assessment) => {
          const { choices, month } = answer
          this.setData({ view: assessView(answer), choices, month })
          Object.assign(this, { book: answer.assessment })
        },
      })
    },
    start(event: WechatMiniprogram.TouchEvent) {
      const {
        mode,
        id = '',
        name = '',
      } = event.currentTarget.dataset as {
        mode: Mode
        id?: string
        name?: string
      }
      Object.assign(this, { requestId: newRequestId() })
      this.setData({ mode, id, name, decision: '', text: '', error: '', errors: {}, done: '' })
      if (mode === 'rules') this.setData({ form: this.written() })
    },
    /** The rules in force, to change them; an empty form when there were none. */
    written(): RulebookForm {
      const { book } = this as unknown as { book: Assessment['assessment'] }
      if (!book.basis) return EMPTY
      const rules = book.rules.map(({ name, fact, weight }) => ({ name, fact, weight }))
      return { ...book.basis, rules }
    },
    stop() {
      this.setData({ mode: '' })
    },
    typeNumber(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ 'form.number': event.detail.value, errors: {} })
    },
    typeTitle(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ 'form.title': event.detail.value, errors: {} })
    },
    changeRule(event: { currentTarget: { dataset: object } }, part: Partial<RuleForm>) {
      const { index } = event.currentTarget.dataset as { index: number }
      const rules = this.data.form.rules.map((rule, n) =>
        n === index ? { ...rule, ...part } : rule,
      )
      this.setData({ 'form.rules': rules, errors: {} })
    },
    typeRule(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.changeRule(event, { name: event.detail.value })
    },
    typeWeight(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.changeRule(event, { weight: event.detail.value })
    },
    pickFact(event: WechatMiniprogram.CustomEvent<{ value: string | number }>) {
      const choice = this.data.choices[Number(event.detail.value)]
      if (choice) this.changeRule(event, { fact: choice.fact })
    },
    addRule() {
      const { rules } = this.data.form
      if (rules.length < MOST_RULES) this.setData({ 'form.rules': [...rules, EMPTY_RULE] })
    },
    removeRule(event: WechatMiniprogram.TouchEvent) {
      const { index } = event.currentTarget.dataset as { index: number }
      this.setData({ 'form.rules': this.data.form.rules.filter((_, n) => n !== index) })
    },
    typeDecision(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ decision: event.detail.value, error: '' })
    },
    type(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ text: event.detail.value, error: '' })
    },
    async saveRules() {
      const { form, view } = this.data
      const errors = checkRulebook(form)
      this.setData({ errors })
      if (Object.keys(errors).length > 0) return
      const isOn = view?.on ?? false
      await this.send(isOn ? '规则改好了' : '启用了', (id) => writeRules(isOn, form, id))
    },
    async save(event: WechatMiniprogram.TouchEvent) {
      const { mode, id, month, decision, text } = this.data
      const { stands } = event.currentTarget.dataset as { stands?: boolean }
      const reason = text.trim()
      if (!reason || (mode === 'decide' && !decision.trim())) {
        this.setData({ error: reason ? '还没写怎么定的' : '还没写理由' })
        return
      }
      const tasks = {
        off: (key: string) => turnOff(reason, key),
        decide: (key: string) =>
          registerAssessment({ unit: id, month, decision, reason, requestId: key }),
        appeal: (key: string) => appealAssessment(id, reason, key),
        judge: (key: string) => judgeAssessment(id, stands ?? true, reason, key),
      }
      if (mode === '' || mode === 'rules') return
      await this.send(mode === 'off' ? '停用了' : '记下了', tasks[mode])
    },
    async send(done: string, task: (requestId: string) => Promise<unknown>) {
      const { requestId } = this as unknown as { requestId: string }
      const words = { failed: '没交上', kept: '您写的都在', again: '' }
      const sent = await act(this, words, async () => {
        await task(requestId)
        return true
      })
      if (!sent) return
      dropCache(ASSESSMENT_KEY)
      this.setData({ mode: '', done })
      await this.refresh()
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
  },
})
