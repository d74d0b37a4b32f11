import { act, actState } from '../../../services/act'
import { keptHome } from '../../../services/catalog'
import { closeDraft, keepForm, openDraft } from '../../../services/drafts'
import { goBack } from '../../../services/navigate'
import { page } from '../../../services/page'
import { answerSurvey } from '../../../services/rating'
import { ATTITUDE_ANSWERS, ATTITUDE_WORDS, ATTITUDES } from '../../../shared/rating-words'
import type { AttitudeAnswer, AttitudeKey } from '../../../shared/rating-words'

const DRAFT = 'survey'

type Form = Readonly<Record<AttitudeKey, AttitudeAnswer | ''>>

const EMPTY: Form = { satisfied: '', trust: '', approve: '', welcome: '' }

const OPTIONS = ATTITUDE_ANSWERS.map((key) => ({ key, text: ATTITUDE_WORDS[key] }))

const questionsOf = (form: Form) =>
  ATTITUDES.map(({ key, text }) => ({ key, text, chosen: form[key] }))

/** 满意、信任、赞成、欢迎: four questions once a year, without a name. */
page({
  data: {
    ...actState(),
    options: OPTIONS,
    form: EMPTY,
    questions: questionsOf(EMPTY),
    missing: '',
    supervisorPhone: '',
    done: false,
  },
  methods: {
    onLoad() {
      this.setData({ supervisorPhone: keptHome()?.township.supervisorPhone ?? '' })
      this.show(openDraft(DRAFT, EMPTY).form)
    },
    show(form: Form) {
      this.setData({ form, questions: questionsOf(form), missing: '' })
    },
    choose(event: WechatMiniprogram.CustomEvent<{ key: AttitudeAnswer }>) {
      const question = (event.currentTarget as unknown as { dataset: { question: AttitudeKey } })
        .dataset.question
      const form = { ...this.data.form, [question]: event.detail.key }
      keepForm(DRAFT, openDraft(DRAFT, EMPTY), form)
      this.show(form)
    },
    async send() {
      const { satisfied, trust, approve, welcome } = this.data.form
      if (!satisfied || !trust || !approve || !welcome) {
        this.setData({ missing: '四个问题都选一个，再交' })
        return
      }
      const { requestId } = openDraft(DRAFT, EMPTY)
      const words = { failed: '没交上', kept: '您选的都在', again: '再交一次' }
      const sent = await act(this, words, async () => {
        await answerSurvey({ satisfied, trust, approve, welcome }, requestId)
        return true
      })
      if (!sent) return
      closeDraft(DRAFT)
      this.setData({ done: true })
    },
    back() {
      goBack()
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
  },
})
