import { act, actState } from '../../../services/act'
import { closeDraft, draftRequest, keepForm, openDraft } from '../../../services/drafts'
import type { Draft } from '../../../services/drafts'
import { load, pageState } from '../../../services/load'
import { page } from '../../../services/page'
import { changePlan, fetchPlan, PLAN_KEY } from '../../../services/plan'
import type { Plan } from '../../../services/plan'
import { newRequestId } from '../../../services/request-id'
import { addDays, businessDate, spokenDate } from '../../../shared/dates'
import {
  emptyException,
  exceptionProblem,
  exceptionRows,
  exceptionsOf,
  withDay,
  withOneMore,
  withOwnHours,
  withoutSession,
  withSession,
} from './exception'
import type { ExceptionRow, NewException } from './exception'
import { edited, withTemplate } from './template'
import type { Edit } from './template'
import { effectOf, horizonChoices, templateCards, templateForm } from './view'
import type { Effect, Option, TemplateCard, TemplateForm } from './view'

const MOST_DAYS_AHEAD = 366

/** The plan as the township has it, and as it is being changed. */
let stored: Plan | null = null
let draft: Draft<Plan> | null = null

const nameOfDraft = ({ version }: Plan): string => `plan:${String(version)}`

/** 号源安排: templates and days that are different; whom a change hits is said before it is made. */
page({
  data: {
    ...pageState(),
    ...actState(),
    cards: [] as TemplateCard[],
    /** The template whose form is open, and the form. */
    openKey: '',
    form: null as TemplateForm | null,
    horizon: [] as Option[],
    exceptions: [] as ExceptionRow[],
    changed: false,
    said: '',
    adding: null as NewException | null,
    kinds: [] as Option[],
    hours: [] as Option[],
    fromText: '',
    untilText: '',
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
          const name = nameOfDraft(plan)
          const begun = draftRequest(name) !== undefined
          stored = plan
          draft = begun ? openDraft(name, plan) : null
          const today = businessDate(new Date())
          this.setData({
            places: ['所有地方', ...plan.venues.map(({ name: place }) => place)],
            firstDay: today,
            lastDay: addDays(today, MOST_DAYS_AHEAD),
            said: begun ? '您上次改的还在，没有存' : '',
          })
          this.draw()
        },
      })
    },
    draw() {
      const plan = draft?.form ?? stored
      if (!plan) return
      this.setData({
        changed: draft !== null,
        cards: templateCards(plan),
        form: templateForm(this.data.openKey, plan),
        horizon: horizonChoices(plan.horizonDays),
        exceptions: exceptionRows(plan, businessDate(new Date())),
      })
    },
    /** Kept as it is typed: a call or a closed WeChat loses nothing. */
    change(part: (plan: Plan) => Partial<Plan>) {
      if (!stored) return
      const name = nameOfDraft(stored)
      const begun = draft ?? openDraft(name, stored)
      draft = keepForm(name, begun, { ...begun.form, ...part(begun.form) })
      this.setData({ said: '' })
      this.draw()
    },
    giveUp() {
      if (!stored) return
      closeDraft(nameOfDraft(stored))
      draft = null
      this.setData({ openKey: '', said: '' })
      this.draw()
    },
    open(event: WechatMiniprogram.TouchEvent) {
      const { key } = event.currentTarget.dataset as { key: string }
      this.setData({ openKey: key === this.data.openKey ? '' : key })
      this.draw()
    },
    edit(event: WechatMiniprogram.CustomEvent<Edit | { what: 'place'; value: string }>) {
      const { openKey: key } = this.data
      const { detail } = event
      if (detail.what === 'place') return this.togglePlace(key, detail.value)
      this.change(({ templates }) => {
        const before = templates[key]
        return before ? { templates: { ...templates, [key]: edited(before, detail) } } : {}
      })
    },
    togglePlace(key: string, id: string) {
      this.change(({ venues }) => ({
        venues: venues.map((venue) => (venue.id === id ? withTemplate(venue, key) : venue)),
      }))
    },
    /** Begins as the one that is open, or the first: less to fill in. */
    addTemplate() {
      const key = `t${Date.now().toString(36)}`
      const { openKey } = this.data
      this.setData({ openKey: key })
      this.change(({ templates }) => {
        const model = templates[openKey] ?? Object.values(templates)[0]
        return model ? { templates: { ...templates, [key]: { ...model, name: '' } } } : {}
      })
    },
    pickHorizon(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const horizonDays = Number(event.detail.value)
      this.change(() => ({ horizonDays }))
    },
    add() {
      this.setAdding(emptyException(this.data.firstDay))
    },
    setAdding(adding: NewException) {
      const today = businessDate(new Date())
      const extra = adding.kind === 'extra'
      const own = adding.sessions.length > 0
      this.setData({
        adding,
        addError: '',
        kinds: [
          { value: 'closed', text: '不开', on: !extra },
          { value: 'extra', text: '加开', on: extra },
        ],
        hours: [
          { value: '', text: '照平时的时间', on: !own },
          { value: 'own', text: '另定时间', on: own },
        ],
        fromText: spokenDate(adding.from, today),
        untilText: spokenDate(adding.until, today),
      })
    },
    changeAdding(part: (adding: NewException) => NewException) {
      if (this.data.adding) this.setAdding(part(this.data.adding))
    },
    closeAdd() {
      this.setData({ adding: null })
    },
    pickDay(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { side } = event.currentTarget.dataset as { side: 'from' | 'until' }
      this.changeAdding((adding) => withDay(adding, side, event.detail.value))
    },
    pickPlace(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const place = Number(event.detail.value)
      this.changeAdding((adding) => ({ ...adding, place }))
    },
    pickKind(event: WechatMiniprogram.CustomEvent<{ value: NewException['kind'] }>) {
      const kind = event.detail.value
      this.changeAdding((adding) => ({ ...adding, kind }))
    },
    pickHours(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.changeAdding((adding) => withOwnHours(adding, event.detail.value !== ''))
    },
    changeHours(event: WechatMiniprogram.CustomEvent<Pick<Edit, 'index' | 'side' | 'value'>>) {
      const { index, side, value } = event.detail
      this.changeAdding((adding) => withSession(adding, index, side, value))
    },
    moreHours() {
      this.changeAdding(withOneMore)
    },
    dropHours(event: WechatMiniprogram.CustomEvent<{ index: number }>) {
      this.changeAdding((adding) => withoutSession(adding, event.detail.index))
    },
    typeReason(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ 'adding.reason': event.detail.value, addError: '' })
    },
    addDone() {
      const { adding } = this.data
      if (!adding) return
      const addError = exceptionProblem(adding)
      if (addError) return this.setData({ addError })
      this.setData({ adding: null })
      this.change(({ exceptions, venues }) => ({
        exceptions: [...exceptions, ...exceptionsOf(adding, venues, newRequestId)],
      }))
    },
    removeException(event: WechatMiniprogram.TouchEvent) {
      const { key } = event.currentTarget.dataset as { key: string }
      const ids = this.data.exceptions.find((row) => row.key === key)?.ids ?? []
      this.change(({ exceptions }) => ({
        exceptions: exceptions.filter(({ id }) => !ids.includes(id)),
      }))
    },
    /** Says whom it hits; nothing is stored yet. What cannot be stored is opened. */
    async preview() {
      const wrong = this.data.cards.find(({ problem }) => problem)
      if (wrong) {
        this.setData({ openKey: wrong.key })
        this.draw()
        return void wx.showToast({ title: `${wrong.name}：${wrong.problem}`, icon: 'none' })
      }
      const words = { failed: '没看成', kept: '您改的都在', again: '再看一次' }
      const effect = await act(this, words, () => this.send(true, newRequestId()))
      if (!effect || !draft || !stored) return
      const horizon = { before: stored.horizonDays, after: draft.form.horizonDays }
      this.setData({ effect: effectOf(effect, horizon) })
    },
    closeEffect() {
      this.setData({ effect: null })
    },
    async save() {
      if (!draft || !stored) return
      const { requestId } = draft
      const words = { failed: '没存成', kept: '您改的都在', again: '再存一次' }
      const done = await act(this, words, () => this.send(false, requestId))
      this.setData({ effect: null })
      if (!done) return
      closeDraft(nameOfDraft(stored))
      this.setData({ openKey: '' })
      await this.refresh()
      this.setData({ said: '存好了，五分钟内照新的放号' })
    },
    send(dryRun: boolean, requestId: string) {
      if (!draft) throw new Error('no plan')
      const { templates, venues, exceptions, horizonDays, version } = draft.form
      return changePlan({
        templates,
        venues: venues.map(({ id, template, also }) => ({ id, template, also })),
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
