import { act, actState } from '../../../services/act'
import { closeDraft, openDraft } from '../../../services/drafts'
import { load, pageState } from '../../../services/load'
import { page } from '../../../services/page'
import { changePlan, fetchPlan, PLAN_KEY } from '../../../services/plan'
import type { Plan } from '../../../services/plan'
import { newRequestId } from '../../../services/request-id'
import { addDays, businessDate } from '../../../shared/dates'
import { effectOf, exceptionRows, templateCards, withAmount, withTime } from './view'
import type { Amount, Effect, ExceptionRow, NewException, TemplateCard } from './view'

const ADDING: NewException = { date: '', kind: 'closed', place: 0, reason: '' }
const MOST_DAYS_AHEAD = 366

/** The plan as it is being changed; the page draws what it needs of it. */
let draft: Plan | null = null

/** 号源安排: templates and days that are different; whom a change hits is said before it is made. */
page({
  data: {
    ...pageState(),
    ...actState(),
    cards: [] as TemplateCard[],
    exceptions: [] as ExceptionRow[],
    horizonDays: 0,
    changed: false,
    said: '',
    adding: null as NewException | null,
    addError: '',
    places: [] as string[],
    firstDay: '',
    lastDay: '',
    effect: null as Effect | null,
  },
  methods: {
    async onLoad() {
      await this.refresh()
    },
    async refresh() {
      await load(this, {
        key: PLAN_KEY,
        fetch: fetchPlan,
        show: (plan: Plan) => {
          const today = businessDate(new Date())
          draft = plan
          this.setData({
            changed: false,
            places: ['所有地方', ...plan.venues.map(({ name }) => name)],
            firstDay: today,
            lastDay: addDays(today, MOST_DAYS_AHEAD),
          })
          this.draw()
        },
      })
    },
    draw() {
      if (!draft) return
      this.setData({
        cards: templateCards(draft),
        exceptions: exceptionRows(draft, businessDate(new Date())),
        horizonDays: draft.horizonDays,
      })
    },
    change(part: Partial<Plan>) {
      if (!draft) return
      draft = { ...draft, ...part }
      this.setData({ changed: true, said: '' })
      this.draw()
    },
    amount(event: WechatMiniprogram.TouchEvent) {
      const { template = '', key, by } = event.currentTarget.dataset as Record<string, string>
      const before = draft?.templates[template]
      if (!draft || !before) return
      const after = withAmount(before, key as Amount, Number(by))
      this.change({ templates: { ...draft.templates, [template]: after } })
    },
    pickTime(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { template = '', index, side } = event.currentTarget.dataset as Record<string, string>
      const before = draft?.templates[template]
      if (!draft || !before) return
      const after = withTime(before, Number(index), side as 'from' | 'to', event.detail.value)
      this.change({ templates: { ...draft.templates, [template]: after } })
    },
    add() {
      this.setData({ adding: { ...ADDING, date: this.data.firstDay }, addError: '' })
    },
    closeAdd() {
      this.setData({ adding: null })
    },
    pickDate(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ 'adding.date': event.detail.value })
    },
    pickPlace(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ 'adding.place': Number(event.detail.value) })
    },
    pickKind(event: WechatMiniprogram.TouchEvent) {
      this.setData({ 'adding.kind': event.currentTarget.dataset.kind as NewException['kind'] })
    },
    typeReason(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ 'adding.reason': event.detail.value, addError: '' })
    },
    addDone() {
      const { adding } = this.data
      if (!draft || !adding) return
      const reason = adding.reason.trim()
      if (!reason) return this.setData({ addError: '写上为什么，群众看得到' })
      const venueId = draft.venues[adding.place - 1]?.id ?? null
      const { date, kind } = adding
      const one = { id: newRequestId(), date, venueId, kind, reason, sessions: [] }
      this.setData({ adding: null })
      this.change({ exceptions: [...draft.exceptions, one] })
    },
    removeException(event: WechatMiniprogram.TouchEvent) {
      if (!draft) return
      const { id } = event.currentTarget.dataset as { id: string }
      this.change({ exceptions: draft.exceptions.filter((one) => one.id !== id) })
    },
    /** Says whom it hits; nothing is stored yet. */
    async preview() {
      const words = { failed: '没看成', kept: '您改的都在', again: '再看一次' }
      const effect = await act(this, words, () => this.send(true, newRequestId()))
      if (effect) this.setData({ effect: effectOf(effect) })
    },
    closeEffect() {
      this.setData({ effect: null })
    },
    async save() {
      const name = `plan:${String(draft?.version ?? 0)}`
      const { requestId } = openDraft(name, {})
      const words = { failed: '没存成', kept: '您改的都在', again: '再存一次' }
      const done = await act(this, words, () => this.send(false, requestId))
      this.setData({ effect: null })
      if (this.data.trouble?.code !== 'OFFLINE') closeDraft(name)
      if (!done) return
      await this.refresh()
      this.setData({ said: '存好了，五分钟内照新的放号' })
    },
    send(dryRun: boolean, requestId: string) {
      if (!draft) throw new Error('no plan')
      const { templates, exceptions, horizonDays, version } = draft
      return changePlan({
        templates,
        exceptions: [...exceptions],
        horizonDays,
        version,
        dryRun,
        requestId,
      })
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
    again() {
      void this.preview()
    },
  },
})
