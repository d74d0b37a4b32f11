import { act, actState } from '../../../services/act'
import { dropCache } from '../../../services/cache'
import { closeDraft, keepForm, openDraft } from '../../../services/drafts'
import { load, pageState } from '../../../services/load'
import { go } from '../../../services/navigate'
import { page } from '../../../services/page'
import { AGENDA_KEY, fetchAgenda, holdMeeting } from '../../../services/bulletin'
import type { Agenda, MeetingForm } from '../../../services/bulletin'
import { addDays, businessDate } from '../../../shared/dates'
import { checkMeeting, EMPTY_MEETING } from './form'
import type { DecisionForm } from './form'
import { agendaView } from './view'
import type { AgendaView } from './view'

/** One more would be a meeting of its own. */
const MOST_DECISIONS = 10

/** 周调度: the agenda, the minutes on the phone, and what was decided as orders. */
page({
  data: {
    ...pageState(),
    ...actState(),
    week: '',
    view: null as AgendaView | null,
    canHold: false,
    none: false,
    units: [] as Agenda['units'],
    form: EMPTY_MEETING,
    errors: {},
    earliest: '',
    done: '',
  },
  methods: {
    onLoad() {
      this.setData({ earliest: businessDate(new Date()) })
      void this.refresh()
    },
    async refresh() {
      await load(this, {
        key: AGENDA_KEY,
        fetch: fetchAgenda,
        show: (agenda: Agenda) => this.show(agenda),
      })
    },
    show({ meeting, units }: Agenda) {
      const week = meeting?.week ?? ''
      this.setData({
        week,
        units,
        none: meeting === null,
        view: meeting && agendaView(meeting),
        canHold: meeting?.state === 'drafted',
      })
      if (this.data.canHold) this.setData({ form: this.draft().form })
    },
    draft() {
      return openDraft<MeetingForm>(`meeting:${this.data.week}`, EMPTY_MEETING)
    },
    change(part: Partial<MeetingForm>) {
      const form = { ...this.data.form, ...part }
      keepForm(`meeting:${this.data.week}`, this.draft(), form)
      this.setData({ form, errors: {} })
    },
    typeMinutes(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.change({ minutes: event.detail.value })
    },
    addDecision() {
      const { decisions } = this.data.form
      if (decisions.length >= MOST_DECISIONS) return
      const dueOn = addDays(this.data.earliest, 7)
      this.change({ decisions: [...decisions, { unit: '', task: '', dueOn }] })
    },
    removeDecision(event: WechatMiniprogram.TouchEvent) {
      const { index } = event.currentTarget.dataset as { index: number }
      this.change({ decisions: this.data.form.decisions.filter((_, n) => n !== index) })
    },
    changeDecision(index: number, part: Partial<DecisionForm>) {
      const decisions = this.data.form.decisions.map((decision, n) =>
        n === index ? { ...decision, ...part } : decision,
      )
      this.change({ decisions })
    },
    pickUnit(event: WechatMiniprogram.CustomEvent<{ value: string | number }>) {
      const { index } = event.currentTarget.dataset as { index: number }
      const unit = this.data.units[Number(event.detail.value)]
      if (unit) this.changeDecision(index, { unit: unit.id })
    },
    pickDay(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { index } = event.currentTarget.dataset as { index: number }
      this.changeDecision(index, { dueOn: event.detail.value })
    },
    typeTask(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { index } = event.currentTarget.dataset as { index: number }
      this.changeDecision(index, { task: event.detail.value })
    },
    openEntry(event: WechatMiniprogram.TouchEvent) {
      const { path = '' } = event.currentTarget.dataset as { path?: string }
      if (path) go(path)
    },
    async hold() {
      const { form, week } = this.data
      const errors = checkMeeting(form)
      this.setData({ errors })
      if (Object.keys(errors).length > 0) return
      const { requestId } = this.draft()
      const words = { failed: '刚才没记上', kept: '您写的都在', again: '再记一次' }
      const meeting = await act(this, words, () => holdMeeting(week, form, requestId))
      if (!meeting) return
      closeDraft(`meeting:${week}`)
      dropCache(AGENDA_KEY)
      const count = meeting.decisions.length
      this.setData({
        view: agendaView(meeting),
        canHold: false,
        form: EMPTY_MEETING,
        done: count > 0 ? `记下了，开了${String(count)}张交办单` : '记下了',
      })
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
    again() {
      void this.hold()
    },
  },
})
