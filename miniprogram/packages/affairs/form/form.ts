import { keptMe, me } from '../../../services/account'
import { act, actState } from '../../../services/act'
import { closeDraft, keepForm, openDraft } from '../../../services/drafts'
import type { Draft } from '../../../services/drafts'
import { goBack, replace } from '../../../services/navigate'
import { page } from '../../../services/page'
import { addDays, businessDate } from '../../../shared/dates'
import { checkFields, shownFields } from './fields'
import type { Choice, Field, Values } from './fields'
import { FORMS } from './forms'
import type { Done, Sending } from './forms'
import { choicesFrom, sourceKey } from './sources'

interface DrawnField {
  readonly key: string
  readonly label: string
  readonly kind: Field['kind']
  readonly hint: string
  readonly value: string
  readonly choices: readonly Choice[]
}

const NO_ERRORS: Readonly<Record<string, string>> = {}

/** One form for whatever is written here: asked field by field, kept as typed, sent once. */
page({
  data: {
    ...actState(),
    form: '',
    title: '',
    lead: '',
    send: '',
    fields: [] as DrawnField[],
    errors: NO_ERRORS,
    failure: '',
    today: '',
    latest: '',
    done: null as Done | null,
  },
  methods: {
    async onLoad(query: Record<string, string | undefined>) {
      const { form = '', id = '', kind = '', number = '', code = '' } = query
      const spec = FORMS[form]
      if (!spec) {
        replace('/packages/affairs/list/list?kind=raised')
        return
      }
      const today = businessDate(new Date())
      void wx.setNavigationBarTitle({ title: spec.title })
      Object.assign(this, { opened: { id, kind, number, code }, fetched: {} })
      const { title, lead, send } = spec
      this.setData({ form, title, lead, send, today, latest: addDays(today, 180) })
      if (!keptMe()) await me().catch(() => null)
      await this.draw()
    },
    /** The matter for which the form was opened. */
    where() {
      return (this as unknown as { opened: Omit<Sending, 'requestId' | 'values'> }).opened
    },
    /** Fetched choices by what they depend on. */
    loaded() {
      return (this as unknown as { fetched: Record<string, Choice[]> }).fetched
    },
    draft(): Draft<Values> {
      const { id } = this.where()
      const start = Object.fromEntries(
        (FORMS[this.data.form]?.fields ?? []).map(({ key, start: value = '' }) => [key, value]),
      )
      return openDraft<Values>(`affairs:${this.data.form}:${id}`, start)
    },
    async draw() {
      const { form: values } = this.draft()
      this.setFields(values)
      const missing = shownFields(FORMS[this.data.form]?.fields ?? [], values).flatMap(
        ({ from }) => (from && !this.loaded()[sourceKey(from, values)] ? [from] : []),
      )
      if (missing.length === 0) return
      try {
        for (const source of missing) {
          const choices = await choicesFrom(source, values, this.where().id)
          this.loaded()[sourceKey(source, values)] = choices
        }
        this.setData({ failure: '' })
      } catch {
        this.setData({ failure: '网断了，名单没取到。填的都在，再试一次。' })
      }
      this.setFields(this.draft().form)
    },
    setFields(values: Values) {
      const fields = shownFields(FORMS[this.data.form]?.fields ?? [], values)
      this.setData({
        fields: fields.map(({ key, label, kind, hint = '', choices, from }) => ({
          key,
          label,
          kind,
          hint,
          value: values[key] ?? '',
          choices: choices ?? (from ? (this.loaded()[sourceKey(from, values)] ?? []) : []),
        })),
      })
    },
    change(key: string, value: string, redraw: boolean) {
      const draft = this.draft()
      keepForm(`affairs:${this.data.form}:${this.where().id}`, draft, {
        ...draft.form,
        [key]: value,
      })
      const errors = Object.entries(this.data.errors).filter(([field]) => field !== key)
      this.setData({ errors: Object.fromEntries(errors) })
      if (redraw) void this.draw()
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const { field, key } = event.currentTarget.dataset as Record<string, string>
      this.change(field ?? '', key ?? '', true)
    },
    type(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.change(String(event.currentTarget.dataset.field), event.detail.value, false)
    },
    pickDate(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.change(String(event.currentTarget.dataset.field), event.detail.value, true)
    },
    retry() {
      void this.draw()
    },
    async submit() {
      const spec = FORMS[this.data.form]
      if (!spec || this.data.busy || this.data.done) return
      const { requestId, form: values } = this.draft()
      const errors = checkFields(spec.fields, values)
      this.setData({ errors })
      if (Object.keys(errors).length > 0) return
      const words = { failed: '刚才没办成', kept: '您写的都在', again: '再来一次' }
      const done = await act(this, words, () => spec.submit({ ...this.where(), requestId, values }))
      if (!done) {
        this.refused(values)
        return
      }
      closeDraft(`affairs:${this.data.form}:${this.where().id}`)
      this.setData({ done })
    },
    /** What was refused was not done: the words stay, and another try is another request. */
    refused(values: Values) {
      const code = this.data.trouble?.code ?? ''
      if (code === 'OFFLINE' || code === 'UNREACHABLE' || code === 'INTERNAL') return
      const name = `affairs:${this.data.form}:${this.where().id}`
      closeDraft(name)
      keepForm(name, this.draft(), values)
    },
    leave() {
      const { next } = this.data.done ?? {}
      if (next) replace(next.url)
      else goBack()
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
    again() {
      void this.submit()
    },
  },
})
